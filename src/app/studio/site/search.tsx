import { Form } from 'react-router'
import { writeHead } from '#modules/storefront/index.ts'
import { headForm } from '#modules/storefront/blocks/head.schema.ts'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import { TextField } from '#ui/text-field.tsx'
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
import { changeSite } from './change-site.ts'
import { loadSite } from './load-site.ts'
import { SiteTabs } from './site-tabs.tsx'

export const loader = answering(async (args: Route.LoaderArgs) => {
  const { base, tenant, home } = args.context.get(requestContext)
  const { head, site, undo, redo, schoolName, isChanged } = await loadSite(args)
  return { head, site, undo, redo, schoolName, isChanged, address: home, usual: { title: schoolName, description: tenant?.tagline || tenant?.hero_text || '' } }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  const form = await readSentForm(request)
  const site = `${base}/studio/site`
  // The steps back and forward stand on this page too.
  if (form.has('intent')) return changeSite(await editorCtx(context), request, form, { site })
  await writeHead(await editorCtx(context), parseForm(headForm, form))
  return answerDone(request, `${site}/search`, 'Saved in the draft.')
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `In search · ${loaderData?.schoolName ?? 'Studio'}` }]

export default function Search({ loaderData, actionData }: Route.ComponentProps) {
  const { head, site, undo, redo, usual, address, isChanged } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  const focus = focusFirstFault(faults)
  const field = (name: 'title' | 'description') => ({ name, defaultValue: faults?.values[name] ?? head[name], error: faults?.fieldErrors[name], ...focus(name) })
  const said = actionData && 'said' in actionData ? actionData.said : null

  return (
    <>
      <PageHeader title="Site" text="What search engines and messengers are told of your first page. It is kept in the draft and published with the page." actions={<HistoryButtons undo={undo} redo={redo} />} />
      <SiteTabs site={site} current="search" />
      <FormFaultList faults={faults} beside={['title', 'description']} className="mt-5" />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <Form key={`${head.title} ${head.description}`} method="post" noValidate className="grid content-start gap-6">
          <TextField label="Title" hint={`Left empty: ${usual.title}. Fifty to sixty characters are shown.`} {...field('title')} maxLength={70} optional autoComplete="off" />
          <TextareaField label="Description" hint="Two sentences under the title in a list of results. Left empty: your tagline." {...field('description')} maxLength={200} rows={3} optional />
          <div className="flex flex-wrap items-center gap-4">
            <Button type="submit" variant="main">
              Save in the draft
            </Button>
            <p role="status" className="text-sm text-ink-3">
              {said}
            </p>
          </div>
          {isChanged ? (
            <p className="text-sm text-ink-2">
              The draft is not public yet. <a href={site} className="link">Publish it</a> with the page.
            </p>
          ) : null}
        </Form>
        <section aria-labelledby="shown-title" className="grid content-start gap-5">
          <h2 id="shown-title" className="text-sm font-medium">
            How it may be shown
          </h2>
          <div className="rounded-lg border p-5">
            <p className="truncate text-sm text-ink-3">{address}</p>
            <p className="mt-1 text-lg font-medium text-brand-strong">{head.title || usual.title}</p>
            <p className="mt-1 text-sm text-ink-2">{head.description || usual.description}</p>
          </div>
          <figure className="overflow-hidden rounded-lg border">
            <img src={`${address}/social.png`} alt="What messengers show of your first page" width={1200} height={630} className="h-auto w-full" />
            <figcaption className="border-t px-4 py-3 text-sm text-ink-2">Drawn from what is public now: your headline, your tagline and your colour.</figcaption>
          </figure>
        </section>
      </div>
    </>
  )
}
