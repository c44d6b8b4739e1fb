import type { SubjectKind } from '../offers/offer.ts'

export type CheckoutStatus = 'open' | 'pending' | 'paid' | 'failed' | 'expired'

/** An attempt to buy. Price, fee and rounding were fixed when it began. */
export interface Checkout {
  id: string
  organizationId: string
  offerId: string
  userId: string | null
  email: string
  tokenHash: string
  status: CheckoutStatus
  title: string
  subjectKind: SubjectKind
  subjectId: string
  /** What is to pay: the price less the coupon's discount. */
  amountCents: number
  /** The coupon whose use it holds, as it was when the checkout began. */
  couponId: string | null
  couponCode: string | null
  discountCents: number
  /** What it alone may buy; null for what many may. */
  exclusiveSubjectId: string | null
  currency: string
  feeCents: number
  sessionId: string | null
  url: string | null
  /** When the payment page closes, where that was fixed or is known. */
  expiresAt: Date | null
}
