import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findOffer, findPayoutStatus } from '#modules/commerce/index.ts'
import { holdsPermission, requirePermission } from '#modules/tenancy/index.ts'
import { isId } from '../catalog-ctx.ts'
import type { CourseStatus } from '../course-words.ts'
import { countUse, findCourse, listTeachers, type CourseRow } from '../courses/courses.queries.ts'
import { listBuilderSections, type BuilderSection } from './studio-courses.queries.ts'

/** All that the builder of a course shows. */
export interface CourseBuilder {
  course: Omit<CourseRow, 'status'> & { status: CourseStatus }
  sections: BuilderSection[]
  /** Null while no price is set. */
  price: { cents: number; currency: string } | null
  /** Who learn it now, who ever did, and sales that are paid or under way. */
  use: { students: number; enrolments: number; orders: number }
  teachers: { membershipId: string; name: string }[]
  maySetPrice: boolean
  maySetUpPayouts: boolean
  /** Whether the school can take money yet. */
  isPayable: boolean
}

/**
 * A course with everything that its builder needs to know.
 *
 * @throws NotFound for strangers and for courses of other schools, NotAllowed without courses.manage
 */
export async function readCourseBuilder(ctx: TenantCtx, courseId: string): Promise<CourseBuilder> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const course = isId(courseId) ? await findCourse(tx, ctx.organizationId, courseId) : null
    if (!course) throw new NotFound()

    const offer = await findOffer(tx, { organizationId: ctx.organizationId, subjectKind: 'course', subjectId: course.id })
    return {
      course: { ...course, status: course.status as CourseStatus },
      sections: await listBuilderSections(tx, ctx.organizationId, course.id),
      price: offer ? { cents: offer.priceCents, currency: offer.currency } : null,
      use: await countUse(tx, ctx.organizationId, course.id),
      teachers: await listTeachers(tx, ctx.organizationId),
      maySetPrice: holdsPermission(role, 'offers.manage'),
      maySetUpPayouts: holdsPermission(role, 'payouts.manage'),
      isPayable: (await findPayoutStatus(tx, ctx.organizationId)) === 'active',
    }
  })
}
