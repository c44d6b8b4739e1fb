import { formatMoney } from '#ui/currency-format.ts'
import type { CouponState } from '../coupons/coupon.ts'
import type { CouponRefusal } from '../coupons/coupon-refusal.ts'
import type { Discount } from '../coupons/discount.ts'

export const couponStateWords = {
  active: { label: 'Active', tone: 'good' },
  scheduled: { label: 'Scheduled', tone: 'neutral' },
  'used-up': { label: 'Used up', tone: 'warn' },
  expired: { label: 'Expired', tone: 'neutral' },
  archived: { label: 'Archived', tone: 'neutral' },
} as const satisfies Record<CouponState, { label: string; tone: string }>

/** For example `25% off`, or `€10 off`. */
export function discountWords(discount: Discount, locale: string): string {
  if (discount.kind === 'fixed') return `${formatMoney(discount.amountCents, discount.currency.toUpperCase(), locale, 'short')} off`
  return `${new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(discount.percentBps / 10_000)} off`
}

/** A day of a calendar, `YYYY-MM-DD`, as the reader writes it. */
export function dayWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** From when to when, in words that go on a sentence; null without an end and a beginning. */
export function daysWords(days: { startsOn: string | null; endsOn: string | null }, locale: string): string | null {
  const { startsOn, endsOn } = days
  if (startsOn && endsOn) return startsOn === endsOn ? `on ${dayWords(startsOn, locale)}` : `${dayWords(startsOn, locale)} to ${dayWords(endsOn, locale)}`
  if (startsOn) return `from ${dayWords(startsOn, locale)}`
  return endsOn ? `until ${dayWords(endsOn, locale)}` : null
}

/** Why a coupon takes nothing off, and what to do now. Each ends with what still works. */
export function refusalSentence(refusal: CouponRefusal, locale: string): string {
  switch (refusal.reason) {
    case 'unknown':
      return 'We know no coupon of this code. Please check how it is spelt.'
    case 'not-yet':
      return `This coupon can be used from ${dayWords(refusal.startsOn, locale)}.`
    case 'over':
      return `This coupon could be used until ${dayWords(refusal.endsOn, locale)}.`
    case 'other-subject':
      return 'This coupon is for something else and not for this course.'
    case 'other-currency':
      return `This coupon is for prices in ${currencyName(refusal.currency, locale)}.`
    case 'nothing-off':
      return 'The price is so small that this coupon takes nothing off.'
    case 'used-up':
      return 'All uses of this coupon are taken.'
    case 'held':
      return 'The last uses of this coupon are being paid for right now. One may come back within 40 minutes.'
    case 'used-by-you':
      return 'This coupon was used with your address already.'
    case 'held-by-you':
      return 'You are paying with this coupon in another window. Finish there, or try again in 40 minutes.'
    case 'too-many-tries':
      return 'Too many codes were tried from here. Please wait a quarter of an hour.'
  }
}

function currencyName(currency: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency.toUpperCase()) ?? currency.toUpperCase()
}

/** The same with a capital, where it stands alone. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
