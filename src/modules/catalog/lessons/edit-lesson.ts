import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { findReadyFile } from '#modules/files/index.ts'
import type { LessonEdit } from '../catalog.schema.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { sanitiseRichText } from '../rich-text/sanitise-rich-text.ts'
import { findLesson, updateLessonContent, updateLessonRow } from './lessons.queries.ts'

/**
 * Writes a lesson: its title, its text, the file it plays or shows, and whether everybody may see it.
 *
 * @throws InvalidInput beside `mediaFileId` when the file is not one that this kind of lesson can show
 * @throws NotFound when the lesson is not in this course
 */
export async function editLesson(ctx: TenantCtx, input: LessonEdit & { courseId: string; lessonId: string }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const lesson = isId(input.lessonId) ? await findLesson(tx, ctx.organizationId, course.id, input.lessonId) : null
    if (!lesson) throw new NotFound()

    const media = input.mediaFileId ? await findReadyFile(tx, ctx.organizationId, input.mediaFileId) : null
    if (input.mediaFileId && (!media || media.purpose !== lesson.kind)) {
      throw new InvalidInput({ mediaFileId: 'This file is not here any more, or not of the right kind. Upload it again.' })
    }
    await updateLessonRow(tx, ctx.organizationId, lesson.id, { title: input.title, is_preview: input.isPreview, duration_seconds: media?.durationSeconds ?? null })
    await updateLessonContent(tx, ctx.organizationId, lesson.id, { bodyHtml: sanitiseRichText(input.bodyHtml), mediaFileId: media?.fileId ?? null })
  })
}
