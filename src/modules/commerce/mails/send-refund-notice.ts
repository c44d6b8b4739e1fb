import { z } from 'zod'
import { localeOfReader, queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { formatMoney } from '#ui/currency-format.ts'
import type { CommerceMailCtx } from '../ctx.ts'
import { isAlias } from '../forgetting/buyer-alias.ts'
import { findOrder } from '../orders/orders.queries.ts'
import { findSchoolOfMail } from './mail-school.queries.ts'
import { thingWords } from './thing-words.ts'
import { receiptWords } from './words/receipt-words.ts'

const payloadSchema = z.object({ organizationId: z.uuid(), orderId: z.uuid(), eventId: z.uuid(), amountCents: z.number().int().positive() })

/** Tells the buyer that money is on its way back, once a refund. */
export async function sendRefundNoticeMail(ctx: CommerceMailCtx, payload: unknown): Promise<void> {
  const { organizationId, orderId, eventId, amountCents } = payloadSchema.parse(payload)
  const found = await ctx.inSystem(async (tx) => {
    const order = await findOrder(tx, organizationId, orderId)
    const school = await findSchoolOfMail(tx, organizationId)
    return order && school ? { order, school, locale: await localeOfReader(tx, order.buyerEmail, school.locale) } : null
  })
  if (!found || isAlias(found.order.buyerEmail)) return

  const { order, school, locale } = found
  const amount = formatMoney(amountCents, order.currency, locale)
  const words = inLocale(locale, receiptWords)
  const isFull = order.status === 'refunded'
  const content = await inLocale(locale, () => renderSchoolMail({
    school,
    heading: words.refundHeading(amount),
    paragraphs: [
      words.refundText(school.name, order.title),
      isFull ? thingWords(order, school).left : thingWords(order, school).kept,
    ],
    rows: [
      { term: words.refunded, value: amount },
      { term: words.order, value: String(order.number) },
    ],
  }))
  await ctx.inSystem(async (tx) => {
    await queueMail(tx, {
      ...content,
      id: ctx.ids.next(),
      organizationId,
      idempotencyKey: `refund-notice:${eventId}`,
      kind: 'refund-notice',
      to: order.buyerEmail,
      fromName: school.name,
      subject: words.refundSubject(amount, order.title),
    })
  })
}
