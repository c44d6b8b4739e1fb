import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { moveLessonIn, stepLessonIn } from '../sections/outline.ts'
import { readOutline, writeOutline } from '../sections/outline.queries.ts'

/**
 * Moves a lesson within its section or into another one of the same course.
 *
 * @param input `to` is a section and a place in it counted from 0, or one step
 * @throws NotFound when the lesson or the section is not in this course
 */
export async function moveLesson(ctx: TenantCtx, input: { courseId: string; lessonId: string; to: { sectionId: string; index: number } | 'up' | 'down' }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const outline = await readOutline(tx, ctx.organizationId, course.id)
    const { lessonId, to } = input
    const isHere = outline.some((section) => section.lessonIds.includes(lessonId))
    const hasPlace = to === 'up' || to === 'down' || outline.some((section) => section.sectionId === to.sectionId)
    if (!isHere || !hasPlace) throw new NotFound()

    const moved = to === 'up' || to === 'down' ? stepLessonIn(outline, lessonId, to) : moveLessonIn(outline, lessonId, to)
    await writeOutline(tx, ctx.organizationId, moved)
  })
}
