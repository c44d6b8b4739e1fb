import { z } from 'zod'
import { minorDigits } from '#ui/currency-format.ts'
import { couponListWords } from '../ui/words/coupon-list-words.ts'
import { asCode } from './coupon.ts'
import type { Discount } from './discount.ts'

const fields = z.object({
  coupon: z
    .string()
    .trim()
    .min(1, { error: () => couponListWords().giveCode })
    .max(40, { error: () => couponListWords().most40 })
    .transform(asCode)
    .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]{2,39}$/, { error: () => couponListWords().codeLetters })),
  discountKind: z.enum(['percent', 'fixed'], { error: () => couponListWords().chooseTakesOff }),
  off: z.string().trim().min(1, { error: () => couponListWords().sayHowMuch }).max(20, { error: () => couponListWords().writeNumber }),
  appliesTo: z.enum(['all', 'some'], { error: () => couponListWords().chooseFor }),
  usesMax: wholeNumber(1_000_000),
  perPersonMax: wholeNumber(1000),
  startsOn: day(() => couponListWords().chooseFirstDay),
  endsOn: day(() => couponListWords().chooseLastDay),
})
const discountFields = fields.pick({ discountKind: true, off: true })

/**
 * A coupon as it was typed, with its discount read.
 *
 * @param currency ISO 4217, in which an amount was typed
 */
export function couponForm(currency: string) {
  const words = couponListWords()
  return fields
    .refine(({ discountKind, off }) => readDiscount(discountKind, off, currency) !== null, {
      path: ['off'],
      error: (issue) => (discountFields.safeParse(issue.input).data?.discountKind === 'fixed' ? words.writeAmount : words.writeShare),
      // Also when another field is wrong: all faults are said at once.
      when: ({ value }) => discountFields.safeParse(value).success,
    })
    .transform(({ discountKind, off, ...form }) => ({ ...form, discount: readDiscount(discountKind, off, currency) ?? z.NEVER }))
}

/** The name of the box of something that a coupon can be for. */
export function subjectField(subjectId: string): string {
  return `for-${subjectId}`
}

/**
 * Reads what a coupon takes off: "25" or "12,5" of a hundred, or an amount in whole minor units.
 *
 * @param currency ISO 4217, in which an amount was typed
 * @returns null when it cannot be read, or is out of its range
 */
export function readDiscount(kind: Discount['kind'], typed: string, currency: string): Discount | null {
  if (kind === 'percent') {
    const percentBps = readDecimal(typed.replace(/\s*%$/, ''), 2)
    return percentBps !== null && percentBps >= 1 && percentBps <= 10_000 ? { kind, percentBps } : null
  }
  const amountCents = readDecimal(typed, minorDigits(currency))
  return amountCents !== null && amountCents >= 1 && amountCents <= 99_999_999 ? { kind, amountCents, currency: currency.toLowerCase() } : null
}

/** @returns the number times ten to the `digits`, without ever being a fraction */
function readDecimal(typed: string, digits: number): number | null {
  const read = new RegExp(digits > 0 ? `^(\\d{1,8})(?:[.,](\\d{1,${digits}}))?$` : '^(\\d{1,8})$').exec(typed.trim())
  return read ? Number(`${read[1]}${(read[2] ?? '').padEnd(digits, '0')}`) : null
}

function wholeNumber(max: number) {
  return z.string().trim().max(20, { error: () => couponListWords().writeWhole }).transform((typed, context) => {
    if (typed === '') return null
    const read = /^\d{1,9}$/.test(typed) ? Number(typed) : 0
    if (read >= 1 && read <= max) return read
    context.addIssue({ code: 'custom', message: couponListWords().wholeUpTo(max) })
    return z.NEVER
  })
}

function day(sentence: () => string) {
  return z.string().trim().max(20, { error: sentence }).transform((typed, context) => {
    if (typed === '') return null
    if (isDay(typed)) return typed
    context.addIssue({ code: 'custom', message: sentence() })
    return z.NEVER
  })
}

/** A day that there is, from this century. */
function isDay(typed: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(typed)) return false
  const read = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(typed)
}
