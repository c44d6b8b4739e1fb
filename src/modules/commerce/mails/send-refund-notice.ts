import { z } from 'zod'
import { queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import { formatMoney } from '#ui/currency-format.ts'
import type { CommerceMailCtx } from '../ctx.ts'
import { isAlias } from '../forgetting/buyer-alias.ts'
import { findOrder } from '../orders/orders.queries.ts'
import { findSchoolOfMail } from './mail-school.queries.ts'

const payloadSchema = z.object({ organizationId: z.uuid(), orderId: z.uuid(), eventId: z.uuid(), amountCents: z.number().int().positive() })

/** Tells the buyer that money is on its way back, once a refund. */
export async function sendRefundNoticeMail(ctx: CommerceMailCtx, payload: unknown): Promise<void> {
  const { organizationId, orderId, eventId, amountCents } = payloadSchema.parse(payload)
  const found = await ctx.inSystem(async (tx) => {
    const order = await findOrder(tx, organizationId, orderId)
    const school = await findSchoolOfMail(tx, organizationId)
    return order && school ? { order, school } : null
  })
  if (!found || isAlias(found.order.buyerEmail)) return

  const { order, school } = found
  const amount = formatMoney(amountCents, order.currency, school.locale)
  const isFull = order.status === 'refunded'
  const content = await renderSchoolMail({
    school,
    heading: `${amount} is on its way back to you`,
    paragraphs: [
      `${school.name} has refunded your order of ${order.title}. It goes back the way you paid; banks take five to ten days to show it.`,
      ...(isFull ? ['The course has left your library. What you wrote and reached in it is kept, should you come back.'] : ['You keep the course.']),
    ],
    rows: [
      { term: 'Refunded', value: amount },
      { term: 'Order', value: String(order.number) },
    ],
  })
  await ctx.inSystem(async (tx) => {
    await queueMail(tx, {
      ...content,
      id: ctx.ids.next(),
      organizationId,
      idempotencyKey: `refund-notice:${eventId}`,
      kind: 'refund-notice',
      to: order.buyerEmail,
      fromName: school.name,
      subject: `Refund of ${amount}: ${order.title}`,
    })
  })
}
