import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { findOffer } from '#modules/commerce/index.ts'
import { ensureMembership } from '#modules/tenancy/index.ts'
import { CourseNotFree } from '../errors.ts'
import { publishEnrolment } from './apply-heard-orders.ts'
import { findEnrolment, findOpenCourse, lockHolder, openEnrolment } from './enrolments.queries.ts'

/** Who starts, and the system's door: a visitor who becomes a student cannot write an enrolment. */
export type StartFreeCtx = SystemCtx & Pick<TenantCtx, 'organizationId' | 'userId'>

/**
 * Enrols the person in a course whose active offer costs nothing, and makes them a student of the school. Asked
 * again, it changes nothing.
 *
 * @param courseSlug the address of the course in this school
 * @returns the course that was begun
 * @throws SignInRequired for a visitor; NotFound for a course that is not open to all
 * @throws CourseNotFree when it has a price or is not on sale
 */
export async function startFreeCourse(ctx: StartFreeCtx, courseSlug: string): Promise<{ courseId: string }> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  return ctx.inSystem(async (tx) => {
    const course = await findOpenCourse(tx, organizationId, courseSlug)
    if (!course) throw new NotFound(`no open course ${courseSlug}`)

    const holder = { organizationId, courseId: course.id, userId }
    await lockHolder(tx, holder)
    if ((await findEnrolment(tx, holder))?.status === 'active') return { courseId: course.id }

    const offer = await findOffer(tx, { organizationId, subjectKind: 'course', subjectId: course.id })
    if (offer?.priceCents !== 0) throw new CourseNotFree()

    await ensureMembership(tx, { organizationId, userId, role: 'student', id: ctx.ids.next() })
    await openEnrolment(tx, holder, { id: ctx.ids.next(), source: 'free', orderId: null, at: ctx.clock.now() })
    await publishEnrolment(tx, holder)
    return { courseId: course.id }
  })
}
