import type { Tx } from '#platform/db/transaction.ts'
import type { Offer } from '../offers/offer.ts'
import type { Coupon } from './coupon.ts'
import type { CouponRefusal } from './coupon-refusal.ts'
import { countUses, countUsesBy, type OwnAttempts } from './coupon-uses.queries.ts'
import { discounted, type DiscountedPrice } from './discount.ts'

/** Who would use a coupon, for what, and when. */
export interface CouponCase {
  coupon: Coupon
  offer: Offer
  /** The day in the school's time zone. */
  today: string
  /** The least that can be charged in the offer's currency, in minor units. */
  leastCents: number
  /** Null while nobody has said who they are: then what each person may have is looked at later. */
  buyer: { email: string; userId: string | null } | null
  own: OwnAttempts
}

/** What a coupon makes of a price, or why it does not. */
export type JudgedCoupon = { price: DiscountedPrice; refusal: null } | { price: null; refusal: CouponRefusal }

/**
 * Whether a coupon fits, and what is left to pay with it. To take a use, lock the coupon first: what is counted here
 * is then still so when the checkout is written.
 */
export async function judgeCoupon(tx: Tx, asked: CouponCase): Promise<JudgedCoupon> {
  const refusal = refuseByTerms(asked) ?? (await refuseByUses(tx, asked)) ?? (await refuseByPerson(tx, asked))
  if (refusal) return { price: null, refusal }

  const price = discounted(asked.offer.priceCents, asked.coupon.discount, asked.leastCents)
  return price ? { price, refusal: null } : { price: null, refusal: { reason: 'nothing-off' } }
}

function refuseByTerms({ coupon, offer, today }: CouponCase): CouponRefusal | null {
  const { startsOn, endsOn, subjects, discount } = coupon
  if (startsOn !== null && startsOn > today) return { reason: 'not-yet', startsOn }
  if (endsOn !== null && endsOn < today) return { reason: 'over', endsOn }
  if (subjects && !subjects.some((one) => one.subjectKind === offer.subjectKind && one.subjectId === offer.subjectId)) return { reason: 'other-subject' }
  return discount.kind === 'fixed' && discount.currency !== offer.currency ? { reason: 'other-currency', currency: discount.currency } : null
}

async function refuseByUses(tx: Tx, { coupon, own }: CouponCase): Promise<CouponRefusal | null> {
  if (coupon.usesMax === null) return null

  const { used, held } = await countUses(tx, { organizationId: coupon.organizationId, couponId: coupon.id }, own)
  if (used >= coupon.usesMax) return { reason: 'used-up' }
  return used + held >= coupon.usesMax ? { reason: 'held' } : null
}

async function refuseByPerson(tx: Tx, { coupon, buyer, own }: CouponCase): Promise<CouponRefusal | null> {
  if (coupon.usesPerPersonMax === null || buyer === null) return null

  const { used, held } = await countUsesBy(tx, { organizationId: coupon.organizationId, couponId: coupon.id, ...buyer }, own)
  if (used >= coupon.usesPerPersonMax) return { reason: 'used-by-you' }
  return used + held >= coupon.usesPerPersonMax ? { reason: 'held-by-you' } : null
}
