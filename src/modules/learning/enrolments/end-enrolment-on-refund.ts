import type { SystemCtx } from '#platform/ctx.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { idsOfKind, orderRefunded } from '#modules/commerce/index.ts'
import { applyHeardOrders } from './apply-heard-orders.ts'
import { lockHolder, noteOrder } from './enrolments.queries.ts'

/**
 * Hears `order.refunded`: when nothing of the order is left, what it opened ends. A part of the money back changes
 * nothing, and neither does a refund of a second order of the same course.
 */
export const endEnrolmentOnRefund: Subscriber<SystemCtx> = {
  name: 'learning.end-enrolment-on-refund',
  async hear(ctx, tx, event) {
    const order = orderRefunded.payload.parse(event.payload)
    if (!order.isFull) return

    for (const courseId of idsOfKind(order, 'course').sort()) {
      const holder = { organizationId: event.organizationId, courseId, userId: order.userId }
      await lockHolder(tx, holder)
      await noteOrder(tx, holder, { id: ctx.ids.next(), orderId: order.orderId, refundedAt: event.occurredAt })
      await applyHeardOrders(ctx, tx, holder, ctx.clock.now())
    }
  },
}
