import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { ensureMembership } from '#modules/tenancy/index.ts'
import { nextStanding } from './enrolment-standing.ts'
import { endEnrolment, findEnrolment, listHeardOrders, openEnrolment, type Holder } from './enrolments.queries.ts'

/**
 * Brings an enrolment to what the heard orders say, in the caller's transaction, which holds the lock of the holder.
 * Pages that are open hear of it.
 */
export async function applyHeardOrders(ctx: Pick<SystemCtx, 'ids'>, tx: Tx, holder: Holder, at: Date): Promise<void> {
  const standing = nextStanding(await findEnrolment(tx, holder), await listHeardOrders(tx, holder))
  if (standing.kind === 'unchanged') return

  if (standing.kind === 'open') {
    await ensureMembership(tx, { organizationId: holder.organizationId, userId: holder.userId, role: 'student', id: ctx.ids.next() })
    await openEnrolment(tx, holder, { id: ctx.ids.next(), source: 'order', orderId: standing.orderId, at })
  } else {
    await endEnrolment(tx, holder, at)
  }
  await publishEnrolment(tx, holder)
}

/** Tells the person's library and those who look at progress that an enrolment changed. */
export async function publishEnrolment(tx: Tx, { organizationId, userId }: Holder): Promise<void> {
  await publishLive(tx, { organizationId, name: 'library', userId })
  await publishLive(tx, { organizationId, name: 'progress' })
}
