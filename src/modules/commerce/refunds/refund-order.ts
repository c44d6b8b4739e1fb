import { requirePermission } from '#modules/tenancy/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { NothingToRefund } from '../errors.ts'
import { lockOrderByCheckout } from '../orders/lock-order-by-checkout.ts'
import { findOrder } from '../orders/orders.queries.ts'
import { PaymentsUnavailable } from '../ports.ts'
import { carryOutRefund } from './carry-out-refund.ts'
import { refundableCents, type Refund } from './refund.ts'
import { listRefunds } from './refunds.queries.ts'
import { writeRefundWish } from './write-refund-wish.ts'

/** What is to be given back. */
export interface RefundOrderInput {
  orderId: string
  reason: string
  /** Minor units; everything that is left if not given. */
  amountCents?: number
}

/** How it stands: done, or wished for and asked again by itself until it is. */
export interface RefundedOrder {
  refundId: string
  status: Refund['status']
}

/**
 * Gives an order's money back, with the school's share, the platform's fee and the access. The wish is written first,
 * with a job that carries it out; so a crash or a silent provider delays it and loses nothing. Pressed twice, it is
 * the same refund.
 *
 * @throws NotFound for strangers and for orders that are not this school's; NotAllowed without `orders.refund`;
 *   NothingToRefund; PaymentRefused when the provider says no for good
 */
export async function refundOrder(ctx: CommercePersonCtx, input: RefundOrderInput): Promise<RefundedOrder> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.refund')
    if (!(await findOrder(tx, ctx.organizationId, input.orderId))) throw new NotFound(`order ${input.orderId}`)
  })
  const refund = await wishForRefund(ctx, input)
  try {
    const settled = await carryOutRefund(ctx, { organizationId: ctx.organizationId, refundId: refund.id })
    return { refundId: refund.id, status: settled?.status ?? 'requested' }
  } catch (fault) {
    // The wish stands and its job asks again: to the person this is "on its way", not a fault.
    if (fault instanceof PaymentsUnavailable) return { refundId: refund.id, status: 'requested' }
    throw fault
  }
}

async function wishForRefund(ctx: CommercePersonCtx, input: RefundOrderInput): Promise<Refund> {
  return ctx.inSystem(async (tx) => {
    const order = await lockOrderByCheckout(tx, ctx.organizationId, input.orderId)
    if (!order) throw new NotFound(`order ${input.orderId}`)

    const refunds = await listRefunds(tx, ctx.organizationId, order.id)
    const underWay = refunds.find((refund) => refund.status === 'requested')
    if (underWay) return underWay

    const left = refundableCents(order, refunds)
    const amountCents = input.amountCents ?? left
    if (left === 0 || amountCents > left || amountCents <= 0) throw new NothingToRefund()

    return writeRefundWish(ctx, tx, order, { amountCents, reason: input.reason, requestedBy: ctx.userId })
  })
}
