import type { Tx } from '#platform/db/transaction.ts'
import { appendEvent } from '#platform/events/append-event.queries.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { CommerceCtx } from '../ctx.ts'
import { orderRefunded, type OrderRefunded } from '../events.ts'
import { processingFeeEntries } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { listPartsOfCheckout } from '../offers/offer-parts.queries.ts'
import { orderStatus, type Order } from '../orders/order.ts'
import { setOrderStatus, setProcessorFee } from '../orders/orders.queries.ts'
import type { PaymentFacts } from '../ports.ts'
import { bookRefunds } from './book-refunds.ts'
import { matchRefunds } from './match-refunds.ts'
import { listRefunds } from './refunds.queries.ts'

type Ground = Pick<CommerceCtx, 'clock' | 'ids'>

/**
 * Books what happened to a paid order since: the provider's own fee as soon as it is known, and its refunds, wherever
 * they were asked for. The checkout's row is locked by the caller, so this runs once at a time.
 */
export async function settlePayment(ctx: Ground, tx: Tx, order: Order, payment: PaymentFacts): Promise<void> {
  await bookProcessorFee(ctx, tx, order, payment)
  if (payment.refunds.length === 0) return

  const matches = await matchRefunds(ctx, tx, order, payment.refunds)
  const refundedCents = await bookRefunds({ ctx, tx, order }, payment.feeReturnedCents, matches)
  const state = orderStatus(order, await listRefunds(tx, order.organizationId, order.id))
  if (state.status === order.status && state.refundedCents === order.refundedCents) return

  await setOrderStatus(tx, order, state)
  if (refundedCents > 0) await tell(ctx, tx, order, { refundedCents, isFull: state.status === 'refunded' })
  await publishLive(tx, { organizationId: order.organizationId, name: 'orders' })
  await publishLive(tx, { organizationId: order.organizationId, name: `checkout:${order.checkoutId}` })
}

async function bookProcessorFee(ctx: Ground, tx: Tx, order: Order, payment: PaymentFacts): Promise<void> {
  const fee = payment.processorFee
  if (!fee) return

  const place = { organizationId: order.organizationId, orderId: order.id, postedAt: ctx.clock.now() }
  const isNew = await postTransaction(ctx, tx, place, {
    kind: 'processing-fee',
    sourceKey: `processing-fee:${order.id}`,
    description: `Card processing of order ${order.number}`,
    currency: fee.currency,
    entries: processingFeeEntries(fee.cents),
  })
  // A platform that settles in another currency pays this fee in that one; the order's own figures stay in theirs.
  if ((isNew || fee.cents === 0) && fee.currency === order.currency) await setProcessorFee(tx, order, fee.cents)
}

async function tell(ctx: Ground, tx: Tx, order: Order, { refundedCents, isFull }: { refundedCents: number; isFull: boolean }): Promise<void> {
  const parts = await listPartsOfCheckout(tx, order.organizationId, order.checkoutId)
  const payload: OrderRefunded = {
    orderId: order.id,
    userId: order.userId,
    subjectKind: order.subjectKind,
    subjectId: order.subjectId,
    ...(parts.length > 0 ? { parts } : {}),
    amountCents: refundedCents,
    currency: order.currency,
    isFull,
  }
  await appendEvent(tx, { organizationId: order.organizationId, id: ctx.ids.next(), name: orderRefunded.name, payload })
}
