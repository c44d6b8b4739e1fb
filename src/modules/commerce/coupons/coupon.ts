import type { SubjectKind } from '../offers/offer.ts'
import type { Discount } from './discount.ts'

/** What a coupon gives, to whom, how often and when. Days are of the school's calendar, `YYYY-MM-DD`. */
export interface CouponTerms {
  /** In capitals. */
  code: string
  discount: Discount
  /** What it is for; null is everything that is sold. */
  subjects: CouponSubject[] | null
  /** How many uses there are; null is without end. */
  usesMax: number | null
  usesPerPersonMax: number | null
  /** The first day and the last. */
  startsOn: string | null
  endsOn: string | null
}

/** A thing that a coupon is for. */
export interface CouponSubject {
  subjectKind: SubjectKind
  subjectId: string
}

/** A coupon of a school. */
export interface Coupon extends CouponTerms {
  id: string
  organizationId: string
  archivedAt: Date | null
}

/** How a coupon's uses stand. */
export interface CouponUses {
  /** Paid. */
  used: number
  /** At the payment page, or with a bank. They become used, or free again. */
  held: number
}

export type CouponState = 'active' | 'scheduled' | 'used-up' | 'expired' | 'archived'

/**
 * What a coupon is today. Uses that are held may come back, so only paid ones use it up.
 *
 * @param today the day in the school's time zone
 */
export function couponState(coupon: Pick<Coupon, 'archivedAt' | 'startsOn' | 'endsOn' | 'usesMax'>, { used }: Pick<CouponUses, 'used'>, today: string): CouponState {
  if (coupon.archivedAt) return 'archived'
  if (coupon.endsOn !== null && coupon.endsOn < today) return 'expired'
  if (coupon.usesMax !== null && used >= coupon.usesMax) return 'used-up'
  return coupon.startsOn !== null && coupon.startsOn > today ? 'scheduled' : 'active'
}

/** A code as it is stored: what was typed in small letters or with spaces is the same. */
export function asCode(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase()
}
