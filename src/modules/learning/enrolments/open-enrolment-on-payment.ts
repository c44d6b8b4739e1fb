import type { SystemCtx } from '#platform/ctx.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { idsOfKind, orderPaid } from '#modules/commerce/index.ts'
import { applyHeardOrders } from './apply-heard-orders.ts'
import { lockHolder, noteOrder } from './enrolments.queries.ts'

/**
 * Hears `order.paid`: the buyer may learn the course, or each course of a bundle, from now on and is a student of the
 * school. An order whose refund was heard before opens nothing.
 */
export const openEnrolmentOnPayment: Subscriber<SystemCtx> = {
  name: 'learning.open-enrolment-on-payment',
  async hear(ctx, tx, event) {
    const order = orderPaid.payload.parse(event.payload)
    // In one order for everybody, so that two orders of one person never wait for each other.
    for (const courseId of idsOfKind(order, 'course').sort()) {
      const holder = { organizationId: event.organizationId, courseId, userId: order.userId }
      await lockHolder(tx, holder)
      await noteOrder(tx, holder, { id: ctx.ids.next(), orderId: order.orderId, paidAt: event.occurredAt })
      await applyHeardOrders(ctx, tx, holder, ctx.clock.now())
    }
  },
}
