import type { MemberRole, TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { lockCourse, type CourseRow } from './courses/courses.queries.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a word from an address can be an id at all; PostgreSQL would refuse it with a fault of its own. */
export function isId(word: string): boolean {
  return uuid.test(word)
}

/**
 * Opens a transaction in which one course is changed: the permission is checked and the course is locked, so that
 * everything that is built on its order of sections and lessons sees the order that the last change left.
 *
 * @throws NotAllowed without courses.manage; NotFound for a course that is not there or not this school's
 */
export async function changingCourse<T>(ctx: TenantCtx, courseId: string, work: (opened: { tx: Tx; course: CourseRow; role: MemberRole | null }) => Promise<T>): Promise<T> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const course = isId(courseId) ? await lockCourse(tx, ctx.organizationId, courseId) : null
    if (!course) throw new NotFound()
    return work({ tx, course, role })
  })
}
