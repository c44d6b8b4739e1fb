import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { findLesson, updateLessonRow } from './lessons.queries.ts'

/**
 * Opens a lesson to everybody, or closes it again.
 *
 * @throws NotFound when the lesson is not in this course
 */
export async function setPreview(ctx: TenantCtx, input: { courseId: string; lessonId: string; isPreview: boolean }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const lesson = isId(input.lessonId) ? await findLesson(tx, ctx.organizationId, course.id, input.lessonId) : null
    if (!lesson) throw new NotFound()
    await updateLessonRow(tx, ctx.organizationId, lesson.id, { is_preview: input.isPreview })
  })
}
