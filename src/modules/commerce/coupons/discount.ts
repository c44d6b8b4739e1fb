import { feeCents } from '../fee/fee-cents.ts'

/** What a coupon takes off: a share of the price, or an amount of one currency. */
export type Discount =
  /** Hundredths of a per cent, 1 to 10000. */
  | { kind: 'percent'; percentBps: number }
  /** Minor units of `currency`, which is ISO 4217 in small letters. */
  | { kind: 'fixed'; amountCents: number; currency: string }

/** A price with its coupon: `amountCents` and `discountCents` are the price together. */
export interface DiscountedPrice {
  /** What is left to pay, in minor units: nothing, or at least what can be charged. */
  amountCents: number
  discountCents: number
  /** The discount was cut because less than this cannot be charged. */
  isCut: boolean
}

/**
 * Takes a discount off a price. A share is rounded as the platform's fee is. What would be
 * left below the least that can be charged is charged as that least: the coupon gives a little less, and nobody is
 * turned away over a few cents.
 *
 * @param priceCents minor units of any currency
 * @param leastCents the least that the payment provider charges in that currency
 * @returns null when nothing would be taken off
 * @throws RangeError when an amount is no whole number in its range
 */
export function discounted(priceCents: number, discount: Discount, leastCents: number): DiscountedPrice | null {
  if (!Number.isSafeInteger(priceCents) || priceCents < 0) throw new RangeError('a price is whole minor units')
  if (!Number.isSafeInteger(leastCents) || leastCents < 0) throw new RangeError('the least is whole minor units')

  const wanted = discount.kind === 'percent' ? feeCents(priceCents, discount.percentBps) : Math.min(priceCents, wholeAmount(discount.amountCents))
  const left = priceCents - wanted
  const amountCents = left > 0 && left < leastCents ? Math.min(priceCents, leastCents) : left
  const discountCents = priceCents - amountCents
  return discountCents > 0 ? { amountCents, discountCents, isCut: amountCents !== left } : null
}

function wholeAmount(amountCents: number): number {
  if (!Number.isSafeInteger(amountCents) || amountCents < 1) throw new RangeError('an amount is whole minor units, at least one')
  return amountCents
}
