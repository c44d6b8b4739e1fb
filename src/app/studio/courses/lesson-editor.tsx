import { redirect } from 'react-router'
import { readLessonEditor } from '#modules/catalog/index.ts'
import { kindWords } from '#modules/catalog/ui/builder/lesson-kinds.ts'
import { LessonAttachments } from '#modules/catalog/ui/builder/lesson-attachments.tsx'
import { LessonForm } from '#modules/catalog/ui/builder/lesson-form.tsx'
import { LessonMedia } from '#modules/catalog/ui/builder/lesson-media.tsx'
import { RemoveLesson } from '#modules/catalog/ui/builder/remove-lesson.tsx'
import { capital } from '#modules/tenancy/presets/wording.schema.ts'
import { useWording } from '#modules/tenancy/ui/wording.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Chip } from '#ui/chip.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import type { Route } from './+types/lesson-editor.ts'
import { FormFaultList } from '../../marketing/form-fault-list.tsx'
import { requestContext } from '../../request-context.ts'
import { readSentForm } from '../../read-sent-form.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering, answeringForm } from '../../respond.ts'
import { changeLesson } from './change-lesson.ts'
import { answerDone } from './form-answer.ts'
import { showFile } from './show-file.ts'

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { app, base } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const { course, lesson, studentCount } = await readLessonEditor(ctx, params)
  const { id, title, kind, bodyHtml, isPreview, media, attachments } = lesson
  return {
    base,
    // Straight to the store where there is one that takes files from browsers.
    uploadsHref: `${base}/api/uploads${app.storage.direct ? '/direct' : ''}`,
    course,
    studentCount,
    lesson: { id, title, kind, bodyHtml, isPreview, isText: kind === 'text' },
    media: media ? showFile(app.config, ctx.organizationId, media, false) : null,
    attachments: attachments.map((file) => ({ ...showFile(app.config, ctx.organizationId, file, true), attachmentId: file.attachmentId })),
  }
})

export const action = answeringForm(async ({ request, context, params }: Route.ActionArgs) => {
  const { base } = context.get(requestContext)
  const { ctx } = await requireStudio(context, request, 'courses.manage')
  const course = `${base}/studio/courses/${params.courseId}`
  const { isGone, said } = await changeLesson(ctx, params, await readSentForm(request))
  return isGone ? redirect(course, 303) : answerDone(request, `${course}/lessons/${params.lessonId}`, said)
})

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: [loaderData?.lesson.title, loaderData?.course.title, 'Studio'].filter(Boolean).join(' · ') }]

export default function LessonEditor({ loaderData, actionData }: Route.ComponentProps) {
  const { base, uploadsHref, course, lesson, media, attachments, studentCount } = loaderData
  const builder = `${base}/studio/courses/${course.id}`
  const faults = actionData && 'formError' in actionData ? actionData : undefined

  return (
    <div className="max-w-[760px]">
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: capital(useWording().course.many), href: `${base}/studio/courses` }, { label: course.title, href: builder }, { label: lesson.title }]} />}
        title={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {lesson.title}
            <Chip>{kindWords()[lesson.kind].label}</Chip>
          </span>
        }
      />
      <FormFaultList faults={faults} className="mt-5" />
      <div key={lesson.id} className="mt-7 grid gap-8">
        {lesson.kind === 'text' ? null : <LessonMedia kind={lesson.kind} title={lesson.title} media={media} uploadsHref={uploadsHref} />}
        <LessonForm lesson={lesson} answer={actionData} />
        <LessonAttachments attachments={attachments} uploadsHref={uploadsHref} />
      </div>
      <RemoveLesson title={lesson.title} studentCount={studentCount} />
    </div>
  )
}
