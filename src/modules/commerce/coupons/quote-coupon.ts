import type { CommercePersonCtx } from '../ctx.ts'
import { findSchoolTerms } from '../checkout/checkout.queries.ts'
import { hashCheckoutToken } from '../checkout/checkout-token.ts'
import { allowsMoreGuesses, noteWrongGuess } from '../checkout/throttles.ts'
import type { SubjectKind } from '../offers/offer.ts'
import { findOffer } from '../offers/offers.queries.ts'
import { asCode } from './coupon.ts'
import type { CouponRefusal } from './coupon-refusal.ts'
import { findCouponByCode } from './coupons.queries.ts'
import type { Discount, DiscountedPrice } from './discount.ts'
import { judgeCoupon } from './judge-coupon.ts'
import { schoolDay } from './school-day.ts'

/** Who asks what a coupon would do. */
export interface QuoteCouponInput {
  subjectKind: SubjectKind
  subjectId: string
  /** As it was typed. */
  code: string
  /** The viewer's address when signed in, or what was typed; null while it is not known. */
  email: string | null
  /** The secret of the browser: an own attempt to buy does not stand in its own way. */
  token: string | null
  /** Where the request came from: codes cannot be guessed by trying many. */
  address: string
}

/** What a coupon would do to a price, or why nothing. */
export type CouponQuote =
  | { kind: 'fits'; code: string; discount: Discount; price: DiscountedPrice }
  | { kind: 'refused'; code: string; refusal: CouponRefusal }

/**
 * What is to pay with a coupon. Nothing is reserved: that is done when the checkout begins.
 *
 * @returns null when the thing is not for sale, or free
 */
export async function quoteCoupon(ctx: CommercePersonCtx, input: QuoteCouponInput): Promise<CouponQuote | null> {
  const code = asCode(input.code)
  const refused = (refusal: CouponRefusal): CouponQuote => ({ kind: 'refused', code, refusal })
  if (!(await allowsMoreGuesses(input.address))) return refused({ reason: 'too-many-tries' })

  // A visitor may read no coupon; the code is what opens one, so the system looks.
  return ctx.inSystem(async (tx) => {
    const { organizationId, userId, payments } = ctx
    const offer = await findOffer(tx, { organizationId, subjectKind: input.subjectKind, subjectId: input.subjectId })
    const terms = await findSchoolTerms(tx, organizationId)
    if (!offer || offer.priceCents === 0 || !terms) return null
    const coupon = await findCouponByCode(tx, organizationId, code)
    if (!coupon) {
      await noteWrongGuess(input.address)
      return refused({ reason: 'unknown' })
    }

    const judged = await judgeCoupon(tx, {
      coupon,
      offer,
      today: schoolDay(ctx.clock.now(), terms.timeZone),
      leastCents: payments?.leastAmountCents(offer.currency) ?? 0,
      buyer: input.email === null ? null : { email: input.email, userId },
      own: { tokenHash: input.token === null ? null : hashCheckoutToken(input.token), offerId: offer.id },
    })
    return judged.refusal ? refused(judged.refusal) : { kind: 'fits', code, discount: coupon.discount, price: judged.price }
  })
}
