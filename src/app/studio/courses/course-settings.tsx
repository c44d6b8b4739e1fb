import { redirect } from 'react-router'
import { deleteCourse, readCourseBuilder, updateCourse } from '#modules/catalog/index.ts'
import { courseSettingsSchema } from '#modules/catalog/catalog.schema.ts'
import { CourseHead } from '#modules/catalog/ui/builder/course-head.tsx'
import { DeleteCourse } from '#modules/catalog/ui/builder/delete-course.tsx'
import { SettingsForm } from '#modules/catalog/ui/builder/settings-form.tsx'
import { builderWords } from '#modules/catalog/ui/words/builder-words.ts'
import type { Route } from './+types/course-settings.ts'
import { parseForm } from '../../parse-form.ts'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { courseState } from './course-state.ts'
import { answerDone, wordOf } from './form-answer.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { base, home } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const builder = await readCourseBuilder(ctx, params.courseId)
  const { course } = builder
  return {
    base,
    course: courseState(builder, base),
    teachers: builder.teachers,
    addressStart: `${home.replace(/^https?:\/\//, '')}/courses/`,
    settings: {
      title: course.title,
      slug: course.slug,
      subject: course.subject,
      level: course.level,
      summary: course.summary,
      descriptionHtml: course.description_html,
      outcomes: course.outcomes.join('\n'),
      instructorMembershipId: course.instructor_membership_id ?? '',
    },
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { base } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const form = await readSentForm(request)
  if (wordOf(form, 'intent') === 'delete') {
    await deleteCourse(ctx, { courseId: params.courseId })
    return redirect(`${base}/studio/courses`, 303)
  }
  await updateCourse(ctx, { courseId: params.courseId, ...parseForm(courseSettingsSchema, form) })
  return answerDone(request, `${base}/studio/courses/${params.courseId}/settings`)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: builderWords().settingsTitle(loaderData?.course.title ?? '') }]

export default function CourseSettings({ loaderData, actionData }: Route.ComponentProps) {
  const { base, course, teachers, settings, addressStart } = loaderData

  return (
    <>
      <CourseHead course={course} base={base} current="settings" />
      <SettingsForm key={course.id} settings={settings} teachers={teachers} addressStart={addressStart} answer={actionData} />
      <DeleteCourse course={course} answer={actionData} />
    </>
  )
}
