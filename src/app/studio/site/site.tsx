import { countMissing, countMissingInHead } from '#modules/storefront/blocks/translations.schema.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { nameOfLanguage } from '#platform/i18n/name-of-language.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { Route } from './+types/site.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { editorCtx } from '../../tenant/storefront/load-storefront.ts'
import { AddBlock } from './add-block.tsx'
import { BlockList } from './block-list.tsx'
import { changeSite } from './change-site.ts'
import { HistoryButtons } from './history-buttons.tsx'
import { whyEmpty } from './kind-words.ts'
import { LanguageTabs } from './language-tabs.tsx'
import { loadSite } from './load-site.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { PublishBox } from './publish-box.tsx'
import { SiteTabs } from './site-tabs.tsx'
import { titleInList } from './title-in-list.ts'

export const loader = answering(async (args: Route.LoaderArgs) => {
  const { blocks, front, head, anchors: _, organizationId: __, hasProducts, ...site } = await loadSite(args)
  const { first, current, all } = site.writing
  const spoken = new Map(front.blocks.map((block) => [block.id, block]))
  return {
    ...site,
    languagesHref: `${args.context.get(requestContext).base}/studio/settings/languages`,
    missing: all.map((language) => blocks.reduce((count, block) => count + countMissing(block, language), countMissingInHead(head, language))),
    lines: blocks.map((block) => ({
      id: block.id,
      kind: block.kind,
      title: titleInList(spoken.get(block.id) ?? block),
      note: whyEmpty(block, { peopleCount: front.teachers.length, hasProducts }) ?? (current === first ? null : whatIsMissing(countMissing(block, current), current)),
    })),
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  return changeSite(await editorCtx(context), request, await readSentForm(request), { site: `${base}/studio/site` })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: siteWords().siteTitle(loaderData?.schoolName ?? 'Studio') }]

export default function Site({ loaderData, actionData }: Route.ComponentProps) {
  const words = siteWords()
  const { lines, site, versionId, undo, redo, writing, missing, languagesHref, ...rest } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined

  return (
    <>
      <PageHeader title={words.site} text={words.siteText} actions={<HistoryButtons undo={undo} redo={redo} />} />
      <SiteTabs site={site} current="page" writing={writing} />
      <FormFaultList faults={faults} beside={[]} className="mt-5" />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,360px)_minmax(0,1fr)]">
        <div>
          <LanguageTabs address={site} writing={writing} missing={missing} />
          <BlockList lines={lines} site={site} writing={writing} />
          <AddBlock isOpen={lines.length === 0} />
          <PublishBox {...rest} />
          {writing.all.length < 2 ? (
            <p className="mt-6 border-t pt-5 text-sm text-ink-2">
              {words.oneLanguage(nameOfLanguage(writing.first))}{' '}
              <a href={languagesHref} className="link">
                {words.addLanguage}
              </a>
            </p>
          ) : null}
        </div>
        <PreviewFrame site={site} versionId={versionId} writing={writing} />
      </div>
    </>
  )
}

function whatIsMissing(count: number, language: Language): string | null {
  return count > 0 ? siteWords().missingInBlock(count, nameOfLanguage(language)) : null
}
