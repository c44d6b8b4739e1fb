import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { changingCourse, isId } from '../catalog-ctx.ts'
import { readOutline, writeOutline } from './outline.queries.ts'
import { deleteSectionRow } from './sections.queries.ts'

/**
 * Removes a section with its lessons. The page says how many lessons and whose progress go with it before it asks.
 *
 * @returns how many lessons went with it
 * @throws NotFound when the section is not in this course
 */
export async function removeSection(ctx: TenantCtx, input: { courseId: string; sectionId: string }): Promise<{ lessonsRemoved: number }> {
  return changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const outline = await readOutline(tx, ctx.organizationId, course.id)
    const gone = outline.find((section) => section.sectionId === input.sectionId)
    const place = { organizationId: ctx.organizationId, courseId: course.id, sectionId: input.sectionId }
    if (!gone || !isId(input.sectionId) || !(await deleteSectionRow(tx, place))) throw new NotFound()

    await writeOutline(tx, ctx.organizationId, outline.filter((section) => section !== gone))
    return { lessonsRemoved: gone.lessonIds.length }
  })
}
