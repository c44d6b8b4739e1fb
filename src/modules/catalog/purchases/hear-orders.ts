import { idsOfKind, orderPaid, orderRefunded } from '#modules/commerce/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { noteExclusiveSale } from '../music/music.queries.ts'
import { openPurchase } from './open-purchase.ts'

/** Hears `order.paid`: each product of the order is the buyer's, with a licence key where it gives one. A piece that was sold exclusively leaves the shelf. */
export const deliverProductsOnPayment: Subscriber<SystemCtx> = {
  name: 'catalog.deliver-products-on-payment',
  async hear(ctx, tx, event) {
    const order = orderPaid.payload.parse(event.payload)
    for (const productId of productIdsOf(order)) {
      const key = { organizationId: event.organizationId, productId, userId: order.userId, orderId: order.orderId }
      await openPurchase(ctx, tx, key, { paidAt: event.occurredAt })
    }
    if (order.subjectKind === 'licence') await noteExclusiveSale(tx, { organizationId: event.organizationId, licenceId: order.subjectId, at: event.occurredAt })
  },
}

/**
 * Hears `order.refunded`: when nothing of the order is left, what it delivered goes, and its keys are good no more. A
 * refund that is heard before its payment is noted, so that the payment opens nothing.
 */
export const takeProductsBackOnRefund: Subscriber<SystemCtx> = {
  name: 'catalog.take-products-back-on-refund',
  async hear(ctx, tx, event) {
    const order = orderRefunded.payload.parse(event.payload)
    if (!order.isFull) return

    for (const productId of productIdsOf(order)) {
      const key = { organizationId: event.organizationId, productId, userId: order.userId, orderId: order.orderId }
      await openPurchase(ctx, tx, key, { refundedAt: event.occurredAt })
    }
  },
}

/** The parts, and a bundle itself too: its page says who has it. In one order for everybody, so that two orders of one person never wait for each other. */
function productIdsOf(order: Parameters<typeof idsOfKind>[0]): string[] {
  const own = order.subjectKind === 'product' ? [order.subjectId] : []
  return [...new Set([...own, ...idsOfKind(order, 'product')])].sort()
}
