import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findEnrolmentById, selectEnrolments, type Enrolment } from './enrolment-list.queries.ts'

/** A page of enrolments. */
export interface EnrolmentsPage {
  enrolments: Enrolment[]
  /** Give it as `after` for more; null at the end. */
  nextCursor: string | null
}

const pageSize = 50

/**
 * The school's enrolments, newest first, 50 at a time; of one course or one person if asked so.
 *
 * @throws NotFound for strangers, NotAllowed without `progress.read`
 */
export async function listEnrolments(ctx: TenantCtx, input: { courseId: string | null; userId: string | null; after: string | null }): Promise<EnrolmentsPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'progress.read')
    const found = await selectEnrolments(tx, { ...input, organizationId: ctx.organizationId, limit: pageSize + 1 })
    const enrolments = found.slice(0, pageSize)
    return { enrolments, nextCursor: found.length > pageSize ? (enrolments.at(-1)?.id ?? null) : null }
  })
}

/** One enrolment. @throws NotFound, NotAllowed without `progress.read` */
export async function readEnrolment(ctx: TenantCtx, enrolmentId: string): Promise<Enrolment> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'progress.read')
    const found = await findEnrolmentById(tx, ctx.organizationId, enrolmentId)
    if (!found) throw new NotFound(`no enrolment ${enrolmentId}`)
    return found
  })
}
