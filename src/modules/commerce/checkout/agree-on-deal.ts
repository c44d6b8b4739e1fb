import type { Tx } from '#platform/db/transaction.ts'
import { asCode, type Coupon } from '../coupons/coupon.ts'
import type { CouponRefusal } from '../coupons/coupon-refusal.ts'
import { findCouponByCode, lockCouponByCode } from '../coupons/coupons.queries.ts'
import { judgeCoupon, type JudgedCoupon } from '../coupons/judge-coupon.ts'
import { schoolDay } from '../coupons/school-day.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import type { Offer } from '../offers/offer.ts'
import type { Checkout } from './checkout.ts'
import type { SchoolTerms } from './checkout.queries.ts'

/** What somebody pays, and by which coupon. */
export type Deal = Pick<Checkout, 'amountCents' | 'discountCents' | 'couponId' | 'couponCode'>

/** Who wants to buy what, with which coupon. */
interface Wanted {
  offer: Offer
  terms: SchoolTerms
  /** As it was typed; null for the full price. */
  coupon: string | null
  email: string
  tokenHash: string
}

/**
 * Whether a coupon is refused as things stand, without waiting for anybody. When many race for the last uses, those who
 * come too late hear it from here, and nobody stands in line for the coupon's row but who may still get one.
 */
export async function refuseAtOnce(ctx: CommercePersonCtx, tx: Tx, wanted: Wanted): Promise<CouponRefusal | null> {
  if (wanted.coupon === null) return null
  const coupon = await findCouponByCode(tx, ctx.organizationId, asCode(wanted.coupon))
  // What this person had of it is looked at later: who has bought already is told that, and not that the coupon is used.
  return coupon ? (await judge(ctx, tx, coupon, { ...wanted, email: null })).refusal : { reason: 'unknown' }
}

/**
 * The price for this buyer. A coupon stays locked until the transaction ends, so that the use that is counted here is
 * still there when the checkout that holds it is written.
 */
export async function agreeOnDeal(ctx: CommercePersonCtx, tx: Tx, wanted: Wanted): Promise<{ deal: Deal } | { refusal: CouponRefusal }> {
  if (wanted.coupon === null) return { deal: { amountCents: wanted.offer.priceCents, discountCents: 0, couponId: null, couponCode: null } }

  const coupon = await lockCouponByCode(tx, ctx.organizationId, asCode(wanted.coupon))
  if (!coupon) return { refusal: { reason: 'unknown' } }
  const judged = await judge(ctx, tx, coupon, wanted)
  if (judged.refusal) return { refusal: judged.refusal }

  const { amountCents, discountCents } = judged.price
  return { deal: { amountCents, discountCents, couponId: coupon.id, couponCode: coupon.code } }
}

async function judge(ctx: CommercePersonCtx, tx: Tx, coupon: Coupon, { offer, terms, email, tokenHash }: Omit<Wanted, 'email'> & { email: string | null }): Promise<JudgedCoupon> {
  return judgeCoupon(tx, {
    coupon,
    offer,
    today: schoolDay(ctx.clock.now(), terms.timeZone),
    leastCents: ctx.payments?.leastAmountCents(offer.currency) ?? 0,
    buyer: email === null ? null : { email, userId: ctx.userId },
    own: { tokenHash, offerId: offer.id },
  })
}
