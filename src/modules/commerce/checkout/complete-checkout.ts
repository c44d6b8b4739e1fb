import { ensureUserForEmail } from '#modules/identity/index.ts'
import { ensureMembership } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { appendEvent } from '#platform/events/append-event.queries.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { CommerceCtx } from '../ctx.ts'
import { CheckoutMismatch } from '../errors.ts'
import { orderPaid, type OrderPaid } from '../events.ts'
import { isAlias } from '../forgetting/buyer-alias.ts'
import { saleEntries } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { writeOrderNote, type OrderNote } from '../orders/order-notes.queries.ts'
import type { Order } from '../orders/order.ts'
import { findOrderOfCheckout, insertOrder } from '../orders/orders.queries.ts'
import type { CheckoutFacts, PaymentFacts } from '../ports.ts'
import { settlePayment } from '../refunds/settle-payment.ts'
import type { Checkout, CheckoutStatus } from './checkout.ts'
import { lockCheckout, setCheckoutStatus, storeSession, takeOrderNumber } from './checkout.queries.ts'

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

/** Paid is never taken back here: money goes back by refunds. */
function nextStatus(current: CheckoutStatus, state: CheckoutFacts['state']): CheckoutStatus | null {
  if (current === 'paid' || state === 'open' || state === 'paid' || current === state) return null
  if (state === 'pending') return current === 'open' || current === 'expired' ? 'pending' : null
  return state
}

const said: Record<string, { kind: OrderNote['kind']; detail: string }> = {
  pending: { kind: 'received', detail: 'The buyer is done; the bank debit has yet to clear' },
  failed: { kind: 'failed', detail: 'The payment did not go through' },
  expired: { kind: 'failed', detail: 'The payment page closed unpaid' },
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

  const order = (await findOrderOfCheckout(tx, checkout.organizationId, checkout.id)) ?? (await placeOrder(ctx, tx, checkout, { ...facts, payment }))
  await settlePayment(ctx, tx, order, payment)
}

async function placeOrder(ctx: Ground, tx: Tx, checkout: Checkout, facts: CheckoutFacts & { payment: PaymentFacts }): Promise<Order> {
  const { payment } = facts
  // Who is gone before their payment comes stays nameless, whatever the payment says.
  const buyerName = isAlias(checkout.email) ? '' : (facts.buyerName ?? '')
  const userId = await ensureBuyer(ctx, tx, checkout, buyerName)
  const placedAt = ctx.clock.now()
  const number = await takeOrderNumber(tx, checkout.organizationId)
  const order: Order = {
    id: ctx.ids.next(),
    organizationId: checkout.organizationId,
    number,
    checkoutId: checkout.id,
    userId,
    buyerEmail: checkout.email,
    buyerName,
    title: checkout.title,
    subjectKind: checkout.subjectKind,
    subjectId: checkout.subjectId,
    status: 'paid',
    currency: checkout.currency,
    grossCents: checkout.amountCents,
    platformFeeCents: checkout.feeCents,
    processorFeeCents: null,
    refundedCents: 0,
    paymentId: payment.paymentId,
    placedAt,
  }
  await insertOrder(tx, { ...order, chargeId: payment.chargeId, transferId: payment.transferId })
  await setCheckoutStatus(tx, checkout, 'paid', userId)
  const entries = saleEntries({ buyer: order.buyerEmail, grossCents: order.grossCents, feeCents: order.platformFeeCents })
  await postTransaction(ctx, tx, { organizationId: order.organizationId, orderId: order.id, postedAt: placedAt }, {
    kind: 'sale', sourceKey: `sale:${order.id}`, description: `${order.title}, to ${order.buyerEmail}`, currency: order.currency, entries,
  })
  await note(ctx, tx, checkout, { kind: 'done', detail: `Paid: order ${number}`, sourceKey: 'paid' })
  await tell(ctx, tx, order)
  return order
}

async function ensureBuyer(ctx: Ground, tx: Tx, checkout: Checkout, name: string): Promise<string> {
  const userId = checkout.userId ?? (await ensureUserForEmail(tx, { id: ctx.ids.next(), email: checkout.email, name })).userId
  await ensureMembership(tx, { organizationId: checkout.organizationId, userId, role: 'student', id: ctx.ids.next() })
  return userId
}

async function tell(ctx: Ground, tx: Tx, order: Order): Promise<void> {
  const payload: OrderPaid = {
    orderId: order.id,
    checkoutId: order.checkoutId,
    userId: order.userId,
    subjectKind: order.subjectKind,
    subjectId: order.subjectId,
    title: order.title,
    amountCents: order.grossCents,
    currency: order.currency,
  }
  await appendEvent(tx, { organizationId: order.organizationId, id: ctx.ids.next(), name: orderPaid.name, payload })
  await publishLive(tx, { organizationId: order.organizationId, name: 'orders' })
  await publishLive(tx, { organizationId: order.organizationId, name: `checkout:${order.checkoutId}` })
}

async function note(ctx: Ground, tx: Tx, checkout: Checkout, line: Pick<OrderNote, 'kind' | 'detail'> & { sourceKey: string }): Promise<void> {
  await writeOrderNote(tx, { ...line, organizationId: checkout.organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: ctx.clock.now() })
}
