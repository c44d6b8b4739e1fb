import type { Tx } from '#platform/db/transaction.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { CommerceCtx } from '../ctx.ts'
import { CheckoutMismatch } from '../errors.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote, type OrderNote } from '../orders/order-notes.queries.ts'
import { findOrderOfCheckout } from '../orders/orders.queries.ts'
import type { CheckoutFacts } from '../ports.ts'
import { writeRefundWish } from '../refunds/write-refund-wish.ts'
import { settlePayment } from '../refunds/settle-payment.ts'
import type { Checkout, CheckoutStatus } from './checkout.ts'
import { letGoIfTaken } from './exclusivity.queries.ts'
import { lockCheckout, setCheckoutStatus, storeSession } from './checkout.queries.ts'
import { placeOrder } from './place-order.ts'

type Ground = Pick<CommerceCtx, 'clock' | 'ids'>

/**
 * Brings a checkout to where the provider says it is, in the caller's transaction (a system one): the order with its
 * number, the ledger, the buyer as a student, `order.paid`, and every refund since. It goes by the whole of the facts
 * and never by what an event said, so the same facts again change nothing and the order of events does not matter.
 *
 * @param facts what the provider has now, read outside of the transaction
 * @returns the checkout, or null when it is none of ours
 * @throws CheckoutMismatch when amount, currency or session are not the ones agreed
 */
export async function completeCheckout(ctx: Ground, tx: Tx, facts: CheckoutFacts): Promise<Checkout | null> {
  if (!facts.checkoutId || !facts.organizationId) return null
  const checkout = await lockCheckout(tx, facts.organizationId, facts.checkoutId)
  if (!checkout) return null

  requireSameDeal(checkout, facts)
  // The word of the payment may be here before the answer that opened the page was kept.
  if (!checkout.sessionId) await storeSession(tx, { organizationId: checkout.organizationId, id: checkout.id, sessionId: facts.sessionId })
  if (facts.state === 'paid') {
    await settle(ctx, tx, checkout, facts)
    return checkout
  }

  const next = nextStatus(checkout.status, facts.state)
  if (next) await moveOn(ctx, tx, checkout, next)
  return checkout
}

function requireSameDeal(checkout: Checkout, facts: CheckoutFacts): void {
  const isSame =
    checkout.amountCents === facts.amountCents &&
    checkout.currency === facts.currency &&
    (checkout.sessionId === null || checkout.sessionId === facts.sessionId) &&
    (facts.payment === null || facts.payment.feeCents === checkout.feeCents)
  if (!isSame) throw new CheckoutMismatch(`checkout ${checkout.id} was ${checkout.amountCents} ${checkout.currency}, fee ${checkout.feeCents}; session ${facts.sessionId} is not`)
}

/**
 * Paid is never taken back here: money goes back by refunds. Expired and failed are the provider's word, and by it
 * alone a coupon's use becomes free: as long as a page could be paid, its use is held.
 */
function nextStatus(current: CheckoutStatus, state: CheckoutFacts['state']): CheckoutStatus | null {
  if (current === 'paid' || state === 'open' || state === 'paid' || current === state) return null
  if (state === 'pending') return current === 'open' || current === 'expired' ? 'pending' : null
  return state
}

const said: Record<string, { kind: OrderNote['kind']; detail: string }> = {
  pending: { kind: 'received', detail: noteSentences.debitPending },
  failed: { kind: 'failed', detail: noteSentences.paymentFailed },
  expired: { kind: 'failed', detail: noteSentences.closedUnpaid },
}

async function moveOn(ctx: Ground, tx: Tx, checkout: Checkout, next: CheckoutStatus): Promise<void> {
  await setCheckoutStatus(tx, checkout, next)
  const words = said[next]
  if (words) await note(ctx, tx, checkout, { ...words, sourceKey: next })
  // What is on its way stands above the orders.
  if (next === 'pending' || checkout.status === 'pending') await publishLive(tx, { organizationId: checkout.organizationId, name: 'orders' })
  await publishLive(tx, { organizationId: checkout.organizationId, name: `checkout:${checkout.id}` })
}

async function settle(ctx: Ground, tx: Tx, checkout: Checkout, facts: CheckoutFacts): Promise<void> {
  const { payment } = facts
  if (!payment) throw new CheckoutMismatch(`session ${facts.sessionId} is paid without a charge`)

  const known = await findOrderOfCheckout(tx, checkout.organizationId, checkout.id)
  // Ended here, and paid all the same: if another has meanwhile what is sold once, the money goes back by itself.
  const isTaken = known === null && (await letGoIfTaken(tx, checkout))
  const order = known ?? (await placeOrder(ctx, tx, checkout, { buyerName: facts.buyerName, payment }))
  if (isTaken && order.grossCents > 0) await writeRefundWish(ctx, tx, order, { amountCents: order.grossCents, reason: 'It was sold to somebody else before this payment came', requestedBy: null })
  await settlePayment(ctx, tx, order, payment)
}

async function note(ctx: Ground, tx: Tx, checkout: Checkout, line: Pick<OrderNote, 'kind' | 'detail'> & { sourceKey: string }): Promise<void> {
  await writeOrderNote(tx, { ...line, organizationId: checkout.organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: ctx.clock.now() })
}
