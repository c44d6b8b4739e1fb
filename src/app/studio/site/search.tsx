import { Form } from 'react-router'
import { writeHead } from '#modules/storefront/index.ts'
import { headForm } from '#modules/storefront/blocks/head.schema.ts'
import { countMissingInHead } from '#modules/storefront/blocks/translations.schema.ts'
import { languageParameter } from '#platform/i18n/choose-locale.ts'
import { nameOfLanguage } from '#platform/i18n/name-of-language.ts'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { siteWords } from '../../words/site-words.ts'
import type { Route } from './+types/search.ts'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { editorCtx } from '../../tenant/storefront/load-storefront.ts'
import { answerDone } from '../courses/form-answer.ts'
import { HistoryButtons } from './history-buttons.tsx'
import { changeSite, languageIn, writtenIn } from './change-site.ts'
import { LanguageTabs } from './language-tabs.tsx'
import { loadSite } from './load-site.ts'
import { SiteTabs } from './site-tabs.tsx'
import { writtenParameter } from './writing.ts'

export const loader = answering(async (args: Route.LoaderArgs) => {
  const { base, tenant, home } = args.context.get(requestContext)
  const { head, site, undo, redo, schoolName, isChanged, writing } = await loadSite(args)
  return { head, site, undo, redo, schoolName, isChanged, writing, missing: writing.all.map((language) => countMissingInHead(head, language)), address: home, usual: { title: schoolName, description: tenant?.tagline || tenant?.hero_text || '' } }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  const form = await readSentForm(request)
  const site = `${base}/studio/site`
  // The steps back and forward stand on this page too.
  if (form.has('intent')) return changeSite(await editorCtx(context), request, form, { site })
  await writeHead(await editorCtx(context), parseForm(headForm, form), form.has(writtenParameter) ? languageIn(form) : undefined)
  return answerDone(request, `${site}/search${writtenIn(request)}`, siteWords().savedInDraft)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: siteWords().searchTitle(loaderData?.schoolName ?? 'Studio') }]

export default function Search({ loaderData, actionData }: Route.ComponentProps) {
  const words = siteWords()
  const { head, site, undo, redo, usual, address, isChanged, writing, missing } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  const focus = focusFirstFault(faults)
  const isFirst = writing.current === writing.first
  const texts = isFirst ? head : { title: '', description: '', ...head.translations[writing.current] }
  const shown = { title: texts.title || head.title || usual.title, description: texts.description || head.description || usual.description }
  const field = (name: 'title' | 'description') => ({ name, defaultValue: faults?.values[name] ?? texts[name], error: faults?.fieldErrors[name], lang: writing.current, placeholder: isFirst ? undefined : head[name], ...focus(name) })
  const hint = (name: 'title' | 'description', said: string) => (!isFirst && head[name] && !texts[name] ? words.missingText(nameOfLanguage(writing.first)) : said)
  const said = actionData && 'said' in actionData ? actionData.said : null

  return (
    <>
      <PageHeader title={words.site} text={words.searchText} actions={<HistoryButtons undo={undo} redo={redo} />} />
      <SiteTabs site={site} current="search" writing={writing} />
      <FormFaultList faults={faults} beside={['title', 'description']} className="mt-5" />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <div>
        <LanguageTabs address={`${site}/search`} writing={writing} missing={missing} />
        <Form key={`${writing.current} ${texts.title} ${texts.description}`} method="post" noValidate className="grid content-start gap-6">
          {isFirst ? null : <input type="hidden" name={writtenParameter} value={writing.current} />}
          <TextField label={words.title} hint={hint('title', words.titleHint(usual.title))} {...field('title')} maxLength={70} optional autoComplete="off" />
          <TextareaField label={words.description} hint={hint('description', words.descriptionHint)} {...field('description')} maxLength={200} rows={3} optional />
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" variant="main">
              {words.saveInDraft}
            </Button>
            <p role="status" className="text-sm text-ink-3">
              {said}
            </p>
          </div>
          {isChanged ? (
            <p className="text-sm text-ink-2">
              {words.draftNotPublic}{' '}<a href={site} className="link">{words.publishIt}</a>{' '}{words.withThePage}
            </p>
          ) : null}
        </Form>
        </div>
        <section aria-labelledby="shown-title" className="grid content-start gap-5">
          <h2 id="shown-title" className="text-sm font-medium">
            {words.howShown}
          </h2>
          <div lang={writing.current} className="rounded-lg border p-5">
            <p className="truncate text-sm text-ink-3">{address}</p>
            <p className="mt-1 text-lg font-medium text-brand-strong">{shown.title}</p>
            <p className="mt-1 text-sm text-ink-2">{shown.description}</p>
          </div>
          <figure className="overflow-hidden rounded-lg border">
            <img src={`${address}/social.png?${languageParameter}=${writing.current}`} alt={words.whatMessengersShow} width={1200} height={630} className="h-auto w-full" />
            <figcaption className="border-t px-4 py-3 text-sm text-ink-2">{words.socialText}</figcaption>
          </figure>
        </section>
      </div>
    </>
  )
}
