import type { TenantCtx } from '#platform/ctx.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { countUse, updateCourseRow } from './courses.queries.ts'

/**
 * Takes a course off the site: it is a draft again. Who has it keeps it.
 *
 * @returns how many students keep their access
 */
export async function unpublishCourse(ctx: TenantCtx, input: { courseId: string }): Promise<{ studentsWithAccess: number }> {
  return changingCourse(ctx, input.courseId, async ({ tx, course }) => {
    await updateCourseRow(tx, ctx.organizationId, course.id, { status: 'draft' })
    return { studentsWithAccess: (await countUse(tx, ctx.organizationId, course.id)).students }
  })
}
