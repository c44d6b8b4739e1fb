import { readCourseBuilder } from '#modules/catalog/index.ts'
import { CourseHead } from '#modules/catalog/ui/builder/course-head.tsx'
import { OutlineEditor } from '#modules/catalog/ui/builder/outline-editor.tsx'
import { PriceBox } from '#modules/catalog/ui/builder/price-box.tsx'
import { SiteBox } from '#modules/catalog/ui/builder/site-box.tsx'
import { builderWords } from '#modules/catalog/ui/words/builder-words.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import type { Route } from './+types/course-builder.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { changeCourse } from './change-course.ts'
import { courseState } from './course-state.ts'
import { answerDone } from './form-answer.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const builder = await readCourseBuilder(ctx, params.courseId)
  return {
    base,
    course: courseState(builder, base),
    sections: builder.sections,
    currency: (builder.price?.currency ?? tenant?.currency ?? 'eur').toUpperCase(),
    locale: currentLocale(),
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const said = await changeCourse(ctx, { courseId: params.courseId, currency: tenant?.currency ?? 'eur' }, await readSentForm(request))
  return answerDone(request, `${base}/studio/courses/${params.courseId}`, said)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: [loaderData?.course.title, 'Studio'].filter(Boolean).join(' · ') }]

/** The forms of this page that show faults beside their fields. The others are a press, and theirs are said above. */
const fieldsOf: Record<string, string[]> = { 'add-section': ['title'], 'rename-section': ['title'], 'add-lesson': ['title', 'kind'], 'set-price': ['price'] }

export default function CourseBuilder({ loaderData, actionData }: Route.ComponentProps) {
  const { base, course, sections, currency, locale } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : undefined

  return (
    <>
      <CourseHead course={course} base={base} current="lessons" />
      <FormFaultList faults={faults} beside={fieldsOf[faults?.values.intent ?? ''] ?? []} className="mt-5" />
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_280px]">
        <OutlineEditor courseTitle={course.title} sections={sections} lessonsHref={`${base}/studio/courses/${course.id}/lessons`} answer={actionData} />
        <aside aria-label={builderWords().priceAndPlace} className="grid content-start gap-7">
          <PriceBox course={course} currency={currency} locale={locale} answer={actionData} />
          <SiteBox course={course} />
        </aside>
      </div>
    </>
  )
}
