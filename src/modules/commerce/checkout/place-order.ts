import { ensureUserForEmail } from '#modules/identity/index.ts'
import { ensureMembership } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { appendEvent } from '#platform/events/append-event.queries.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { CommerceCtx } from '../ctx.ts'
import { orderPaid, type OrderPaid } from '../events.ts'
import { isAlias } from '../forgetting/buyer-alias.ts'
import { saleEntries } from '../ledger/ledger.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote } from '../orders/order-notes.queries.ts'
import { listPartsOfCheckout } from '../offers/offer-parts.queries.ts'
import type { Order } from '../orders/order.ts'
import { insertOrder } from '../orders/orders.queries.ts'
import type { PaymentFacts } from '../ports.ts'
import type { Checkout } from './checkout.ts'
import { setCheckoutStatus, takeOrderNumber } from './checkout.queries.ts'

type Ground = Pick<CommerceCtx, 'clock' | 'ids'>

/** By what a checkout was paid. */
interface Payment {
  buyerName: string | null
  /** Null when there was nothing to pay: a coupon took all of it off. */
  payment: PaymentFacts | null
}

/**
 * Makes the order of a checkout: its number, the buyer as a student, the sale in the ledger, and `order.paid`. The
 * caller holds the checkout's row, and has looked that it has no order yet.
 */
export async function placeOrder(ctx: Ground, tx: Tx, checkout: Checkout, paid: Payment): Promise<Order> {
  // Who is gone before their payment comes stays nameless, whatever the payment says.
  const buyerName = isAlias(checkout.email) ? '' : (paid.buyerName ?? '')
  const userId = await ensureBuyer(ctx, tx, checkout, buyerName)
  const number = await takeOrderNumber(tx, checkout.organizationId)
  const order = drawUp(ctx, checkout, { ...paid, buyerName, userId, number })
  const { payment } = paid
  await insertOrder(tx, { ...order, provider: payment ? 'stripe' : 'none', chargeId: payment?.chargeId ?? null, transferId: payment?.transferId ?? null })
  await setCheckoutStatus(tx, checkout, 'paid', userId)
  // Where nothing was paid there is nothing to book: the discount is a lower price, and no money that moved.
  const entries = saleEntries({ buyer: order.buyerEmail, grossCents: order.grossCents, feeCents: order.platformFeeCents })
  await postTransaction(ctx, tx, { organizationId: order.organizationId, orderId: order.id, postedAt: order.placedAt }, {
    kind: 'sale', sourceKey: `sale:${order.id}`, description: `${order.title}, to ${order.buyerEmail}`, currency: order.currency, entries,
  })
  const said = payment ? noteSentences.paid(String(number)) : noteSentences.nothingToPay(String(number))
  await writeOrderNote(tx, { organizationId: checkout.organizationId, checkoutId: checkout.id, id: ctx.ids.next(), happenedAt: order.placedAt, kind: 'done', detail: said, sourceKey: 'paid' })
  await tell(ctx, tx, order)
  return order
}

function drawUp(ctx: Ground, checkout: Checkout, by: Payment & { buyerName: string; userId: string; number: number }): Order {
  return {
    id: ctx.ids.next(),
    organizationId: checkout.organizationId,
    number: by.number,
    checkoutId: checkout.id,
    userId: by.userId,
    buyerEmail: checkout.email,
    buyerName: by.buyerName,
    title: checkout.title,
    subjectKind: checkout.subjectKind,
    subjectId: checkout.subjectId,
    status: 'paid',
    currency: checkout.currency,
    grossCents: checkout.amountCents,
    couponCode: checkout.couponCode,
    discountCents: checkout.discountCents,
    platformFeeCents: checkout.feeCents,
    processorFeeCents: by.payment ? null : 0,
    refundedCents: 0,
    paymentId: by.payment?.paymentId ?? null,
    placedAt: ctx.clock.now(),
  }
}

async function ensureBuyer(ctx: Ground, tx: Tx, checkout: Checkout, name: string): Promise<string> {
  const userId = checkout.userId ?? (await ensureUserForEmail(tx, { id: ctx.ids.next(), email: checkout.email, name })).userId
  await ensureMembership(tx, { organizationId: checkout.organizationId, userId, role: 'student', id: ctx.ids.next() })
  return userId
}

async function tell(ctx: Ground, tx: Tx, order: Order): Promise<void> {
  const parts = await listPartsOfCheckout(tx, order.organizationId, order.checkoutId)
  const payload: OrderPaid = {
    orderId: order.id,
    checkoutId: order.checkoutId,
    userId: order.userId,
    subjectKind: order.subjectKind,
    subjectId: order.subjectId,
    ...(parts.length > 0 ? { parts } : {}),
    title: order.title,
    amountCents: order.grossCents,
    currency: order.currency,
  }
  await appendEvent(tx, { organizationId: order.organizationId, id: ctx.ids.next(), name: orderPaid.name, payload })
  await publishLive(tx, { organizationId: order.organizationId, name: 'orders' })
  await publishLive(tx, { organizationId: order.organizationId, name: `checkout:${order.checkoutId}` })
}
