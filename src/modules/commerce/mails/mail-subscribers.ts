import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import type { CommerceCtx } from '../ctx.ts'
import { orderPaid, orderRefunded } from '../events.ts'

/** Hears `order.paid`. The link in the receipt needs identity's own database, so a job writes the mail, not this. */
export const sendReceiptOnPayment: Subscriber<CommerceCtx> = {
  name: 'commerce.send-receipt',
  async hear(_ctx, tx, event) {
    const { orderId } = orderPaid.payload.parse(event.payload)
    await enqueueJob(tx, 'send-receipt', { organizationId: event.organizationId, orderId }, { key: `receipt:${orderId}` })
  },
}

/** Hears `order.refunded`. */
export const sendRefundNotice: Subscriber<CommerceCtx> = {
  name: 'commerce.send-refund-notice',
  async hear(_ctx, tx, event) {
    const { orderId, amountCents } = orderRefunded.payload.parse(event.payload)
    const payload = { organizationId: event.organizationId, orderId, eventId: event.id, amountCents }
    await enqueueJob(tx, 'send-refund-notice', payload, { key: `refund-notice:${event.id}` })
  },
}
