import type { TenantCtx } from '#platform/ctx.ts'
import { setPrice } from '#modules/commerce/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import { changingCourse } from '../catalog-ctx.ts'
import { CourseInUse } from '../errors.ts'
import { countUse, updateCourseRow } from './courses.queries.ts'

/**
 * Deletes a course that nobody has bought or begun. Its address is not given to another course.
 *
 * @throws CourseInUse with the figures, when somebody has it or is buying it
 */
export async function deleteCourse(ctx: TenantCtx, input: { courseId: string }): Promise<void> {
  await changingCourse(ctx, input.courseId, async ({ tx, course, role }) => {
    const use = await countUse(tx, ctx.organizationId, course.id)
    if (use.enrolments > 0 || use.orders > 0) throw new CourseInUse({ students: use.enrolments, orders: use.orders })

    if (holdsPermission(role, 'offers.manage')) {
      await setPrice(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), subjectKind: 'course', subjectId: course.id, title: course.title, priceCents: null, currency: 'eur' })
    }
    await updateCourseRow(tx, ctx.organizationId, course.id, { status: 'draft', deleted_at: ctx.clock.now() })
  })
}
