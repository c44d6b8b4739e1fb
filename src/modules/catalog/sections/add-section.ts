import type { TenantCtx } from '#platform/ctx.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { insertSection } from './sections.queries.ts'

/** Adds a section at the end of a course. */
export async function addSection(ctx: TenantCtx, input: { courseId: string; title: string }): Promise<{ sectionId: string }> {
  return changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    const sectionId = ctx.ids.next()
    await insertSection(tx, { organizationId: ctx.organizationId, id: sectionId, courseId: course.id, title: input.title })
    return { sectionId }
  })
}
