import { readCourseBuilder } from '#modules/catalog/index.ts'
import { CourseHead } from '#modules/catalog/ui/builder/course-head.tsx'
import { OutlineEditor } from '#modules/catalog/ui/builder/outline-editor.tsx'
import { PriceBox } from '#modules/catalog/ui/builder/price-box.tsx'
import { SiteBox } from '#modules/catalog/ui/builder/site-box.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Route } from './+types/course-builder.ts'
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
    locale: tenant?.locale ?? 'en',
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { base, tenant } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const said = await changeCourse(ctx, { courseId: params.courseId, currency: tenant?.currency ?? 'eur' }, await readSentForm(request))
  return answerDone(request, `${base}/studio/courses/${params.courseId}`, said)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `${loaderData?.course.title ?? 'Course'} · Studio` }]

export default function CourseBuilder({ loaderData, actionData }: Route.ComponentProps) {
  const { base, course, sections, currency, locale } = loaderData
  const faults = actionData && 'fieldErrors' in actionData ? actionData : null
  const sentence = faults?.formError ?? (faults ? Object.values(faults.fieldErrors)[0] : null)

  return (
    <>
      <CourseHead course={course} base={base} current="lessons" />
      {sentence ? <Notice tone="bad" title={sentence} className="mt-5" /> : null}
      <div className="mt-7 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_280px]">
        <OutlineEditor sections={sections} lessonsHref={`${base}/studio/courses/${course.id}/lessons`} />
        <aside aria-label="Price and place on the site" className="grid content-start gap-7">
          <PriceBox course={course} currency={currency} locale={locale} answer={actionData} />
          <SiteBox course={course} />
        </aside>
      </div>
    </>
  )
}
