import type { CouponQuote } from '#modules/commerce/index.ts'
import { discountWords } from '#modules/commerce/ui/coupon-words.ts'
import type { OrderLine } from '#modules/catalog/ui/order-summary.tsx'
import type { CouponView } from '#modules/catalog/ui/public-pages.schema.ts'
import { formatMoney } from '#ui/currency-format.ts'
import { checkoutWords } from '#modules/catalog/ui/words/checkout-words.ts'

/** What the checkout shows of a price and its coupon. */
export interface PricedCheckout {
  totalCents: number
  /** What the total is made of; none without a coupon. */
  lines: OrderLine[]
  coupon: CouponView
}

interface Priced {
  priceCents: number
  /** ISO 4217 in capitals. */
  currency: string
  locale: string
  /** The checkout's own address. */
  here: string
}

/** @param quote null when nothing was typed @param typed what stands in the field */
export function pricedCheckout(offer: Priced, quote: CouponQuote | null, typed: string): PricedCheckout {
  const removeHref = `${offer.here}?coupon=`
  if (quote?.kind !== 'fits') return { totalCents: offer.priceCents, lines: [], coupon: { typed, applied: null, removeHref } }

  const { amountCents, discountCents, isCut } = quote.price
  const words = discountWords(quote.discount, offer.locale)
  const note = isCut ? checkoutWords().leastByCard(formatMoney(amountCents, offer.currency, offer.locale)) : null
  return {
    totalCents: amountCents,
    lines: [{ label: checkoutWords().price, cents: offer.priceCents }, { label: `${quote.code}, ${words}`, cents: -discountCents }],
    coupon: { typed: quote.code, applied: { code: quote.code, words, discountCents, note }, removeHref },
  }
}
