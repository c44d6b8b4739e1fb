import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { moveSectionIn } from './outline.ts'
import { readOutline, writeOutline } from './outline.queries.ts'

/**
 * Moves a section of a course.
 *
 * @param input `to` is a place counted from 0, or one step
 * @throws NotFound when the section is not in this course
 */
export async function moveSection(ctx: TenantCtx, input: { courseId: string; sectionId: string; to: number | 'up' | 'down' }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const outline = await readOutline(tx, ctx.organizationId, course.id)
    const at = outline.findIndex((section) => section.sectionId === input.sectionId)
    if (at < 0) throw new NotFound()

    const index = input.to === 'up' ? at - 1 : input.to === 'down' ? at + 1 : input.to
    await writeOutline(tx, ctx.organizationId, moveSectionIn(outline, input.sectionId, index))
  })
}
