import type { Tx } from '#platform/db/transaction.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { CommerceCtx } from '../ctx.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote } from '../orders/order-notes.queries.ts'
import { setOrderStatus } from '../orders/orders.queries.ts'
import { orderStatus, type Order } from '../orders/order.ts'
import type { Refund } from './refund.ts'
import { insertRefund, listRefunds } from './refunds.queries.ts'

/** Seconds after which the job looks whether the first try got through. */
const secondsToResume = 30

/** Writes down that money is to go back, with the job that carries it out. The caller holds the order's checkout, and has looked that so much is left. */
export async function writeRefundWish(ctx: Pick<CommerceCtx, 'clock' | 'ids'>, tx: Tx, order: Order, wish: { amountCents: number; reason: string; requestedBy: string | null }): Promise<Refund> {
  const { organizationId } = order
  const refund = await insertRefund(tx, { ...wish, organizationId, id: ctx.ids.next(), orderId: order.id, providerRefundId: null })
  await setOrderStatus(tx, order, orderStatus(order, await listRefunds(tx, organizationId, order.id)))
  const detail = refund.reason ? noteSentences.refundAskedFor(refund.reason) : noteSentences.refundAsked
  await writeOrderNote(tx, { organizationId, checkoutId: order.checkoutId, id: ctx.ids.next(), happenedAt: ctx.clock.now(), kind: 'asked', detail, sourceKey: `refund:${refund.id}:asked` })
  await enqueueJob(tx, 'carry-out-refund', { organizationId, refundId: refund.id }, { key: `refund:${refund.id}`, delaySeconds: secondsToResume })
  await publishLive(tx, { organizationId, name: 'orders' })
  return refund
}
