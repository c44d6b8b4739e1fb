import { formatMoney } from '#ui/currency-format.ts'
import type { CouponRefusal } from '../coupons/coupon-refusal.ts'
import type { Discount } from '../coupons/discount.ts'
import { buyingWords } from './words/buying-words.ts'

/** For example `25% off`, or `€10 off`. */
export function discountWords(discount: Discount, locale: string): string {
  const words = buyingWords()
  if (discount.kind === 'fixed') return words.off(formatMoney(discount.amountCents, discount.currency.toUpperCase(), locale, 'short'))
  return words.off(new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(discount.percentBps / 10_000))
}

/** A day of a calendar, `YYYY-MM-DD`, as the reader writes it. */
export function dayWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** From when to when, in words that go on a sentence; null without an end and a beginning. */
export function daysWords(days: { startsOn: string | null; endsOn: string | null }, locale: string): string | null {
  const { startsOn, endsOn } = days
  const words = buyingWords()
  if (startsOn && endsOn) return startsOn === endsOn ? words.onDay(dayWords(startsOn, locale)) : words.fromTo(dayWords(startsOn, locale), dayWords(endsOn, locale))
  if (startsOn) return words.from(dayWords(startsOn, locale))
  return endsOn ? words.until(dayWords(endsOn, locale)) : null
}

/** Why a coupon takes nothing off, and what to do now. Each ends with what still works. */
export function refusalSentence(refusal: CouponRefusal, locale: string): string {
  const words = buyingWords()
  switch (refusal.reason) {
    case 'unknown':
      return words.unknown
    case 'not-yet':
      return words.notYet(dayWords(refusal.startsOn, locale))
    case 'over':
      return words.over(dayWords(refusal.endsOn, locale))
    case 'other-subject':
      return words.otherSubject
    case 'other-currency':
      return words.otherCurrency(currencyName(refusal.currency, locale))
    case 'nothing-off':
      return words.nothingOff
    case 'used-up':
      return words.usedUp
    case 'held':
      return words.held
    case 'used-by-you':
      return words.usedByYou
    case 'held-by-you':
      return words.heldByYou
    case 'too-many-tries':
      return words.tooManyTries
  }
}

function currencyName(currency: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'currency' }).of(currency.toUpperCase()) ?? currency.toUpperCase()
}

/** The same with a capital, where it stands alone. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
