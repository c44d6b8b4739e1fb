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
  amountCents: number
  currency: string
  feeCents: number
  sessionId: string | null
  url: string | null
  expiresAt: Date | null
}
