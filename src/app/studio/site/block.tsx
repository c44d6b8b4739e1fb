import { useCallback, useEffect, useRef, useState } from 'react'
import { signFileLink } from '#modules/files/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { firstDayOf } from '#modules/storefront/blocks/in-week.schema.ts'
import { countMissing } from '#modules/storefront/blocks/translations.schema.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { Route } from './+types/block.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { editorCtx } from '../../tenant/storefront/load-storefront.ts'
import { BlockForm } from './block-form.tsx'
import { changeSite } from './change-site.ts'
import { HistoryButtons } from './history-buttons.tsx'
import { kindWords, useBlockWords, whyEmpty } from './kind-words.ts'
import { LanguageTabs } from './language-tabs.tsx'
import { loadSite } from './load-site.ts'
import { PictureUpload } from './picture-upload.tsx'
import { PreviewFrame } from './preview-frame.tsx'
import { TranslationForm } from './translation-form.tsx'
import { inWriting } from './writing.ts'

// As long as somebody may leave the editor open and come back to it.
const linkSeconds = 12 * 3600

export const loader = answering(async (args: Route.LoaderArgs) => {
  const { app, base } = args.context.get(requestContext)
  const { blocks, anchors, front, organizationId, ...site } = await loadSite(args)
  const at = blocks.findIndex(({ id }) => id === args.params.blockId)
  const block = blocks[at]
  if (!block) throw new NotFound('no such block in the draft')
  const link = ([fileId, storageKey]: [string, string]) => [fileId, signFileLink({ config: app.config, organizationId, fileId, storageKey, expiresInSeconds: linkSeconds })]
  return {
    site: site.site,
    schoolName: site.schoolName,
    versionId: site.versionId,
    undo: site.undo,
    redo: site.redo,
    writing: site.writing,
    missing: site.writing.all.map((language) => countMissing(block, language)),
    block,
    anchor: anchors[at] ?? '',
    empty: whyEmpty(block, { peopleCount: front.teachers.length, hasProducts: site.hasProducts }),
    subjects: [...new Set(front.courses.map(({ subject }) => subject))].filter(Boolean),
    firstDay: firstDayOf(currentLocale()),
    pictures: Object.fromEntries(Object.entries(front.pictures).map(link)) as Record<string, string>,
    uploadsHref: `${base}/api/uploads`,
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  return changeSite(await editorCtx(context), request, await readSentForm(request), { site: `${base}/studio/site`, blockId: params.blockId })
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: siteWords().blockTitle(loaderData ? kindWords(loaderData.block.kind).label : '') }]

export default function BlockPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = siteWords()
  const { site, block, versionId, undo, redo, anchor, empty, writing, missing, ...ground } = loaderData
  const { label, hint } = useBlockWords()(block.kind)
  const { madeAnew, remake } = useRemake(versionId)
  const isFirst = writing.current === writing.first

  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: words.site, href: inWriting(site, writing) }, { label }]} />}
        title={label}
        text={hint}
        actions={<HistoryButtons undo={undo} redo={redo} onStepped={remake} />}
      />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <div>
          <LanguageTabs address={`${site}/blocks/${block.id}`} writing={writing} missing={missing} />
          {empty ? <Notice title={empty} className="mb-6" /> : null}
          {isFirst ? (
            <BlockForm key={`${block.id} ${madeAnew}`} block={block} pageAnswer={actionData} onRearranged={remake} {...ground} />
          ) : (
            <TranslationForm key={`${block.id} ${writing.current} ${madeAnew}`} block={block} writing={writing} pageAnswer={actionData} pictures={ground.pictures} firstDay={ground.firstDay} />
          )}
          {isFirst && (block.kind === 'gallery' || 'picture' in block) ? (
            <div className="mt-8">
              <PictureUpload key={block.id} label={block.kind === 'gallery' ? words.addPictures : words.choosePicture} uploadsHref={ground.uploadsHref} multiple={block.kind === 'gallery'} />
            </div>
          ) : null}
          {isFirst ? <RemoveForm blockId={block.id} /> : null}
        </div>
        <PreviewFrame site={site} versionId={versionId} anchor={anchor} writing={writing} />
      </div>
    </>
  )
}

function RemoveForm({ blockId }: { blockId: string }) {
  return (
    <form method="post" className="mt-10 border-t pt-5">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="block" value={blockId} />
      <Button type="submit" variant="quiet" size="sm">
        {siteWords().removeBlock}
      </Button>
    </form>
  )
}

/** Fields keep what was typed into them; after a step back or forward they are made anew once the new version is there. */
function useRemake(versionId: string) {
  const [madeAnew, setMadeAnew] = useState(0)
  const isAsked = useRef(false)
  useEffect(() => {
    if (!isAsked.current) return
    isAsked.current = false
    setMadeAnew((count) => count + 1)
  }, [versionId])
  const remake = useCallback(() => {
    isAsked.current = true
  }, [])
  return { madeAnew, remake }
}
