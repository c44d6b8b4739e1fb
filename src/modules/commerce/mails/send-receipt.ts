import { z } from 'zod'
import { hasAccount } from '#modules/identity/index.ts'
import { arrivalHref, schoolOrigin } from '#modules/tenancy/index.ts'
import { localeOfReader, queueMail, renderSchoolMail } from '#modules/messaging/index.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { formatMoney } from '#ui/currency-format.ts'
import type { CommerceMailCtx } from '../ctx.ts'
import type { Order } from '../orders/order.ts'
import { isAlias } from '../forgetting/buyer-alias.ts'
import { findOrder } from '../orders/orders.queries.ts'
import { findSchoolOfMail, type SchoolOfMail } from './mail-school.queries.ts'
import { thingWords } from './thing-words.ts'
import { receiptWords } from './words/receipt-words.ts'

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
    return order && school ? { order, school, isKnown: await hasAccount(tx, order.buyerEmail), locale: await localeOfReader(tx, order.buyerEmail, school.locale) } : null
  })
  if (!found || isAlias(found.order.buyerEmail)) return

  const { order, school, isKnown, locale } = found
  const url = isKnown ? `${schoolOrigin(ctx.config, school)}/learn` : await ctx.identity.createSignInLink({ email: order.buyerEmail, callbackUrl: arrivalHref(ctx.config, school, '/learn'), expiresInSeconds: linkDays * 24 * 3600 })
  const { subject, ...content } = await inLocale(locale, async () => ({ ...(await renderSchoolMail(receiptContent(order, school, { url, isKnown }))), subject: receiptWords().subject(order.title) }))
  await ctx.inSystem(async (tx) => {
    await queueMail(tx, {
      ...content,
      id: ctx.ids.next(),
      organizationId,
      idempotencyKey: `receipt:${order.id}`,
      kind: 'receipt',
      to: order.buyerEmail,
      fromName: school.name,
      subject,
    })
  })
}

function receiptContent(order: Order, school: SchoolOfMail, link: { url: string; isKnown: boolean }): Parameters<typeof renderSchoolMail>[0] {
  const [words, locale] = [receiptWords(), currentLocale()]
  const thing = thingWords(order, school)
  const money = (cents: number) => formatMoney(cents, order.currency, locale)
  const welcome = link.isKnown ? words.inLibrary(order.title) : words.inLibraryByLink(order.title, linkDays)
  return {
    school,
    heading: thing.thanks,
    paragraphs: [welcome],
    rows: [
      { term: thing.term, value: order.title },
      ...(order.couponCode ? [
        { term: words.price, value: money(order.grossCents + order.discountCents) },
        { term: words.coupon(order.couponCode), value: money(-order.discountCents) },
      ] : []),
      { term: words.paid, value: money(order.grossCents) },
      { term: words.order, value: String(order.number) },
      { term: words.date, value: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(order.placedAt) },
    ],
    action: { label: link.isKnown ? words.openLibrary : thing.begin, url: link.url },
    footer: words.why(school.name),
  }
}
