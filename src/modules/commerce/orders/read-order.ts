import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { refundableCents, type Refund } from '../refunds/refund.ts'
import { listRefunds } from '../refunds/refunds.queries.ts'
import { listOrderNotes, type OrderNote } from './order-notes.queries.ts'
import type { Order } from './order.ts'
import { findOrder } from './orders.queries.ts'

/** An order with all that happened to it. */
export interface OrderWithHistory {
  order: Order
  refunds: Refund[]
  notes: OrderNote[]
  /** What can still be given back. */
  refundableCents: number
}

/**
 * @throws NotFound for strangers and for orders that are not this school's; NotAllowed without `orders.read`
 */
export async function readOrder(ctx: TenantCtx, orderId: string): Promise<OrderWithHistory> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    const order = await findOrder(tx, ctx.organizationId, orderId)
    if (!order) throw new NotFound(`order ${orderId}`)

    const refunds = await listRefunds(tx, ctx.organizationId, order.id)
    const notes = await listOrderNotes(tx, ctx.organizationId, order.checkoutId)
    return { order, refunds, notes, refundableCents: refundableCents(order, refunds) }
  })
}
