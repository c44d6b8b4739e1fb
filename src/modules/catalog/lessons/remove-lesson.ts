import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { readOutline, writeOutline } from '../sections/outline.queries.ts'
import { countProgress, deleteLessonRow, findLesson } from './lessons.queries.ts'

/**
 * Removes a lesson with its text and what students have done in it. Its files stay in the school's store.
 *
 * @returns how many students had begun it
 * @throws NotFound when the lesson is not in this course
 */
export async function removeLesson(ctx: TenantCtx, input: { courseId: string; lessonId: string }): Promise<{ studentsAffected: number }> {
  return changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const lesson = isId(input.lessonId) ? await findLesson(tx, ctx.organizationId, course.id, input.lessonId) : null
    if (!lesson) throw new NotFound()

    const studentsAffected = await countProgress(tx, ctx.organizationId, [lesson.id])
    await deleteLessonRow(tx, ctx.organizationId, lesson.id)
    await writeOutline(tx, ctx.organizationId, await readOutline(tx, ctx.organizationId, course.id))
    return { studentsAffected }
  })
}
