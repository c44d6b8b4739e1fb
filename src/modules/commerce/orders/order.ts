import type { SubjectKind } from '../offers/offer.ts'

export type OrderStatus = 'paid' | 'refunding' | 'partly-refunded' | 'refunded'

/** A paid checkout. Its amounts are facts of that day; balances come from the ledger. */
export interface Order {
  id: string
  organizationId: string
  number: number
  checkoutId: string
  userId: string
  buyerEmail: string
  buyerName: string
  title: string
  subjectKind: SubjectKind
  subjectId: string
  status: OrderStatus
  currency: string
  /** What was paid: the price less the discount. */
  grossCents: number
  /** The coupon's word on that day. */
  couponCode: string | null
  discountCents: number
  platformFeeCents: number
  /** Null until the provider says it, or when it is in another currency. */
  processorFeeCents: number | null
  refundedCents: number
  paymentId: string | null
  placedAt: Date
}

/** The state of an order, from its refunds. */
export function orderStatus(order: { grossCents: number }, refunds: { status: string; amountCents: number }[]): { status: OrderStatus; refundedCents: number } {
  const refundedCents = refunds.filter((refund) => refund.status === 'succeeded').reduce((sum, refund) => sum + refund.amountCents, 0)
  if (refundedCents >= order.grossCents) return { status: 'refunded', refundedCents }
  if (refunds.some((refund) => refund.status === 'requested')) return { status: 'refunding', refundedCents }
  return { status: refundedCents > 0 ? 'partly-refunded' : 'paid', refundedCents }
}
