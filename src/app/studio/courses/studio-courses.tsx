import { redirect } from 'react-router'
import { createCourse, listStudioCourses, readSamples, removeSamples } from '#modules/catalog/index.ts'
import { newCourseSchema } from '#modules/catalog/catalog.schema.ts'
import { CourseTable } from '#modules/catalog/ui/builder/course-table.tsx'
import { NewCourseForm } from '#modules/catalog/ui/builder/new-course-form.tsx'
import { SamplesNotice } from '#modules/catalog/ui/builder/samples-notice.tsx'
import { useBuilderKind } from '#modules/catalog/ui/words/builder-kind-words.ts'
import { builderWords } from '#modules/catalog/ui/words/builder-words.ts'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { currentLocale } from '#platform/i18n/locale.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { Route } from './+types/studio-courses.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const after = new URL(request.url).searchParams.get('after')
  const { courses, nextCursor } = await listStudioCourses(ctx, { after })
  const here = `${base}/studio/courses`
  return {
    courses,
    samples: await readSamples(ctx),
    base,
    locale: currentLocale(),
    brand: tenant?.brand_colour ?? '',
    schoolName: tenant?.name ?? '',
    previousHref: after ? here : null,
    nextHref: nextCursor ? `${here}?after=${nextCursor}` : null,
  }
})

export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => {
  const { base } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const form = await readSentForm(request)
  if (form.get('intent') === 'remove-samples') {
    await removeSamples(ctx)
    return redirect(`${base}/studio/courses`, 303)
  }
  const { courseId } = await createCourse(ctx, parseForm(newCourseSchema, form))
  return redirect(`${base}/studio/courses/${courseId}`, 303)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: builderWords().coursesTitle(loaderData?.schoolName ?? 'Studio') }]

export default function StudioCourses({ loaderData, actionData }: Route.ComponentProps) {
  const kind = useBuilderKind()
  const words = builderWords()
  const { courses, samples, base, locale, brand, previousHref, nextHref } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined
  const { course } = useWording()
  const isEmpty = courses.length === 0 && !previousHref

  return (
    <>
      <PageHeader title={capital(course.many)} text={isEmpty ? undefined : words.coursesText} />
      <SamplesNotice samples={samples} className="mt-5" />
      <FormFaultList faults={faults} className="mt-5" />
      {isEmpty ? null : <NewCourseForm error={faults?.fieldErrors.title} value={faults?.values.title} className="mt-6" />}
      <CourseTable courses={courses} base={base} locale={locale} brand={brand} className="mt-7" empty={<NewCourseForm isFirst error={faults?.fieldErrors.title} value={faults?.values.title} />} />
      <Pagination label={capital(course.many)} newerHref={previousHref} olderHref={nextHref} newer={words.backToFirst} older={kind.moreCourses} />
    </>
  )
}
