import { z } from 'zod'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { completeCheckout } from '../checkout/complete-checkout.ts'
import type { CommerceCtx } from '../ctx.ts'
import { lockOrderByCheckout } from '../orders/lock-order-by-checkout.ts'
import { noteSentences } from '../orders/note-sentences.ts'
import { writeOrderNote } from '../orders/order-notes.queries.ts'
import { orderStatus, type Order } from '../orders/order.ts'
import { findOrder, setOrderStatus } from '../orders/orders.queries.ts'
import { PaymentRefused, type PaymentGateway } from '../ports.ts'
import type { Refund } from './refund.ts'
import { findRefund, listRefunds, listUnsettledRefunds, updateRefund } from './refunds.queries.ts'

const payloadSchema = z.object({ organizationId: z.uuid(), refundId: z.uuid() })

/**
 * Asks the provider for a refund that was wished for, then books what the provider has. The refund's id is the
 * idempotency key, so any number of tries pays once.
 *
 * @returns the refund as it stands now; null when there is none
 * @throws PaymentsUnavailable, to be tried again; PaymentRefused, after writing down that it failed
 */
export async function carryOutRefund(ctx: CommerceCtx, payload: unknown): Promise<Refund | null> {
  const { organizationId, refundId } = payloadSchema.parse(payload)
  const wish = await ctx.inSystem(async (tx) => {
    const refund = await findRefund(tx, organizationId, refundId)
    const order = refund && (await findOrder(tx, organizationId, refund.orderId))
    return refund && order ? { refund, order } : null
  })
  if (!wish || wish.refund.status !== 'requested' || !ctx.payments || !wish.order.paymentId) return wish?.refund ?? null

  const { paymentId } = wish.order
  const age = ctx.clock.now().getTime() - wish.refund.createdAt.getTime()
  if (age > keySafeMs) {
    const known = await bookFacts(ctx, wish.refund, paymentId)
    if (known?.status !== 'requested') return known
  }

  const answer = await ask(ctx, ctx.payments, wish.order, { ...wish.refund, paymentId })
  failPoint('refund-sent')
  return bookFacts(ctx, wish.refund, paymentId, answer === 'nothing-left')
}

/** Providers forget idempotency keys after a day. Before that is near, it is looked first whether the refund is there. */
const keySafeMs = 12 * 3600_000

async function ask(ctx: CommerceCtx, payments: PaymentGateway, order: Order, refund: Refund & { paymentId: string }): ReturnType<PaymentGateway['refund']> {
  try {
    return await payments.refund({ refundId: refund.id, paymentId: refund.paymentId, amountCents: refund.amountCents, returnsFee: order.platformFeeCents > 0 })
  } catch (fault) {
    if (fault instanceof PaymentRefused) await giveUp(ctx, order, refund, fault.providerCode ?? 'no reason given')
    throw fault
  }
}

async function bookFacts(ctx: CommerceCtx, refund: Refund, paymentId: string, isNothingLeft = false): Promise<Refund | null> {
  const facts = (await ctx.payments?.readCheckoutOfPayment(paymentId)) ?? null
  const settled = await ctx.inSystem(async (tx) => {
    if (facts) await completeCheckout(ctx, tx, facts)
    return { refund: await findRefund(tx, refund.organizationId, refund.id), order: await findOrder(tx, refund.organizationId, refund.orderId) }
  })
  if (!isNothingLeft || settled.refund?.status !== 'requested' || !settled.order) return settled.refund

  // Another refund took what was left; this wish has nothing to wait for.
  await giveUp(ctx, settled.order, settled.refund, 'it was refunded already')
  return { ...settled.refund, status: 'failed' }
}

/** The job's net under it: wishes whose own job is gone. */
export async function resumeRefunds(ctx: CommerceCtx): Promise<void> {
  const open = await ctx.inSystem((tx) => listUnsettledRefunds(tx, new Date(ctx.clock.now().getTime() - 5 * 60_000), 20))
  for (const wish of open) {
    try {
      await carryOutRefund(ctx, wish)
    } catch (fault) {
      // One that is refused for good is written down as such and must not hold up the others.
      if (!(fault instanceof PaymentRefused)) throw fault
    }
  }
}

async function giveUp(ctx: CommerceCtx, order: Order, refund: Refund, reason: string): Promise<void> {
  await ctx.inSystem(async (tx) => {
    const locked = await lockOrderByCheckout(tx, order.organizationId, order.id)
    if (!locked) return

    await updateRefund(tx, { ...refund, status: 'failed', error: reason })
    await setOrderStatus(tx, locked, orderStatus(locked, await listRefunds(tx, order.organizationId, order.id)))
    await writeOrderNote(tx, {
      organizationId: order.organizationId,
      checkoutId: order.checkoutId,
      id: ctx.ids.next(),
      happenedAt: ctx.clock.now(),
      kind: 'failed',
      detail: noteSentences.refundRefused(reason.replaceAll('_', ' ')),
      sourceKey: `refund:${refund.id}:refused`,
    })
    await publishLive(tx, { organizationId: order.organizationId, name: 'orders' })
  })
}
