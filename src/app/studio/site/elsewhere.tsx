import { Form } from 'react-router'
import { listCourses } from '#modules/catalog/index.ts'
import { chooseEmbedOrigins, readEmbedOrigins } from '#modules/tenancy/index.ts'
import { embedOriginsForm } from '#modules/tenancy/embeds/embed-origins.schema.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { Button } from '#ui/button.tsx'
import { CopyField } from '#ui/copy-field.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextareaField } from '#ui/textarea-field.tsx'
import type { Route } from './+types/elsewhere.ts'
import { focusFirstFault, FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { embedWords } from '../../words/embed-words.ts'
import { answerDone } from '../courses/form-answer.ts'
import { courseCodes, listCode } from './embed-codes.tsx'
import { SiteTabs } from './site-tabs.tsx'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base, home, tenant } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const { courses } = await listCourses(ctx)
  const asked = new URL(request.url).searchParams.get('course')
  const course = courses.find(({ slug }) => slug === asked) ?? courses[0]
  const school = { name: tenant.name, brand: tenant.brand_colour, home }
  return {
    base,
    site: `${base}/studio/site`,
    title: embedWords().title,
    sites: await readEmbedOrigins(ctx),
    courses: courses.map(({ slug, title }) => ({ value: slug, label: title })),
    chosen: course?.slug ?? null,
    codes: course ? { list: listCode(school), ...courseCodes(school, course) } : null,
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { ctx } = await requireStudio(context, request, 'school.manage')
  const { base } = context.get(requestContext)
  const { sites } = parseForm(embedOriginsForm, await readSentForm(request))
  await chooseEmbedOrigins(ctx, sites)
  return answerDone(request, `${base}/studio/site/elsewhere`, embedWords().saved)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? '' }]

/** How the school's courses come to sites that are not made here. */
export default function Elsewhere({ loaderData, actionData }: Route.ComponentProps) {
  const { base, site, courses, chosen, codes } = loaderData
  const words = embedWords()
  return (
    <>
      <PageHeader title={words.site} text={words.text} />
      <SiteTabs site={site} current="elsewhere" />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]">
        <AllowedSites sites={loaderData.sites} actionData={actionData} />
        {codes ? (
          <div className="grid content-start gap-10">
            <section aria-labelledby="list-title">
              <h2 id="list-title" className="text-lg font-semibold">{words.listTitle}</h2>
              <p className="mt-1 text-sm text-ink-2">{words.listText}</p>
              <CopyField label={words.listCode} value={codes.list} className="mt-4" />
              <iframe src={`${base}/embed/courses?most=2`} title={words.preview} loading="lazy" className="mt-5 h-[340px] w-full rounded-lg border" />
            </section>
            <section aria-labelledby="course-title">
              <h2 id="course-title" className="text-lg font-semibold">{words.courseTitle}</h2>
              <Form method="get" preventScrollReset className="mt-3 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
                <SelectField key={chosen} label={words.course} name="course" defaultValue={chosen ?? undefined} options={courses} />
                <Button type="submit">{words.show}</Button>
              </Form>
              <div className="mt-5 grid gap-5">
                <CopyField label={words.frameCode} value={codes.frame} />
                <CopyField label={words.buttonCode} hint={words.buttonPlain} value={codes.button} />
              </div>
            </section>
          </div>
        ) : (
          <p className="text-ink-2">{words.noCourses}</p>
        )}
      </div>
    </>
  )
}

function AllowedSites({ sites, actionData }: { sites: readonly string[]; actionData: Route.ComponentProps['actionData'] }) {
  const words = embedWords()
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  const said = actionData && 'said' in actionData ? actionData.said : null
  return (
    <section aria-labelledby="sites-title">
      <h2 id="sites-title" className="text-lg font-semibold">{words.sitesTitle}</h2>
      <p className="mt-1 text-sm text-ink-2">{words.sitesText}</p>
      <FormFaultList faults={faults} beside={['sites']} className="mt-4" />
      <Form key={sites.join(' ')} method="post" noValidate className="mt-4 grid gap-5">
        <TextareaField
          label={words.sites}
          name="sites"
          hint={words.sitesHint}
          defaultValue={faults?.values.sites ?? sites.join('\n')}
          error={faults?.fieldErrors.sites}
          maxLength={5000}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          optional
          {...focusFirstFault(faults)('sites')}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="main">{words.save}</Button>
          <p role="status" className="text-sm text-ink-3">{said}</p>
        </div>
      </Form>
    </section>
  )
}
