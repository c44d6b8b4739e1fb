import type { CouponState } from '../coupons/coupon.ts'
import type { Discount } from '../coupons/discount.ts'

/** What the pages need of a coupon. Days are `YYYY-MM-DD`. */
export interface CouponView {
  id: string
  code: string
  discount: Discount
  state: CouponState
  /** Null is everything that is sold. */
  subjectIds: string[] | null
  used: number
  held: number
  usesMax: number | null
  perPersonMax: number | null
  startsOn: string | null
  endsOn: string | null
}

/** Something that a coupon can be for. */
export interface SellableView {
  subjectId: string
  title: string
  /** Null when it is not on sale now. */
  priceCents: number | null
  /** ISO 4217. */
  currency: string
  /** The least that can be charged in it. */
  leastCents: number
}
