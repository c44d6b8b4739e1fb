import { z } from 'zod'
import { hasAccount } from '#modules/identity/index.ts'
import { queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import { formatMoney } from '#ui/currency-format.ts'
import type { CommerceMailCtx } from '../ctx.ts'
import type { Order } from '../orders/order.ts'
import { isAlias } from '../forgetting/buyer-alias.ts'
import { findOrder } from '../orders/orders.queries.ts'
import { findSchoolOfMail, type SchoolOfMail } from './mail-school.queries.ts'

const payloadSchema = z.object({ organizationId: z.uuid(), orderId: z.uuid() })
const linkDays = 7

/**
 * Writes the receipt in the school's brand, once an order. Who is new gets a link that signs in; who has an account
 * gets a plain one, because a mail that opens somebody's account is worth more than it should be.
 *
 * @throws what identity throws while it makes the link: the job is tried again, and the mail is still one
 */
export async function sendReceipt(ctx: CommerceMailCtx, payload: unknown): Promise<void> {
  const { organizationId, orderId } = payloadSchema.parse(payload)
  const found = await ctx.inSystem(async (tx) => {
    const order = await findOrder(tx, organizationId, orderId)
    const school = await findSchoolOfMail(tx, organizationId)
    return order && school ? { order, school, isKnown: await hasAccount(tx, order.buyerEmail) } : null
  })
  if (!found || isAlias(found.order.buyerEmail)) return

  const { order, school, isKnown } = found
  const libraryUrl = `${ctx.config.scheme}://${school.slug}.${ctx.config.baseDomain}/learn`
  const url = isKnown ? libraryUrl : await ctx.identity.createSignInLink({ email: order.buyerEmail, callbackUrl: libraryUrl, expiresInSeconds: linkDays * 24 * 3600 })
  const content = await renderSchoolMail(receiptContent(order, school, { url, isKnown }))
  await ctx.inSystem(async (tx) => {
    await queueMail(tx, {
      ...content,
      id: ctx.ids.next(),
      organizationId,
      idempotencyKey: `receipt:${order.id}`,
      kind: 'receipt',
      to: order.buyerEmail,
      fromName: school.name,
      subject: `Your receipt: ${order.title}`,
    })
  })
}

function receiptContent(order: Order, school: SchoolOfMail, link: { url: string; isKnown: boolean }): Parameters<typeof renderSchoolMail>[0] {
  const money = (cents: number) => formatMoney(cents, order.currency, school.locale)
  const welcome = link.isKnown
    ? `${order.title} is in your library.`
    : `${order.title} is in your library. The link below opens your account; it works once, for ${linkDays} days. After that, sign in with this address.`
  return {
    school,
    heading: 'Thank you. The course is yours',
    paragraphs: [welcome],
    rows: [
      { term: 'Course', value: order.title },
      ...(order.couponCode ? [
        { term: 'Price', value: money(order.grossCents + order.discountCents) },
        { term: `Coupon ${order.couponCode}`, value: money(-order.discountCents) },
      ] : []),
      { term: 'Paid', value: money(order.grossCents) },
      { term: 'Order', value: String(order.number) },
      { term: 'Date', value: new Intl.DateTimeFormat(school.locale, { dateStyle: 'long' }).format(order.placedAt) },
    ],
    action: { label: link.isKnown ? 'Open my library' : 'Start learning', url: link.url },
    footer: `${school.name} sent you this receipt because this address was used to buy a course. Keep it for your records.`,
  }
}
