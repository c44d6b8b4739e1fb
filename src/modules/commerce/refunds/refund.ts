/** Money that goes back, or is to: the wish first, then the provider, then the fact. */
export interface Refund {
  id: string
  organizationId: string
  orderId: string
  providerRefundId: string | null
  amountCents: number
  feeReturnedCents: number
  transferReversedCents: number
  status: 'requested' | 'succeeded' | 'failed'
  reason: string
  error: string | null
  createdAt: Date
}

/** What of an order can still be given back: wishes under way count as given. */
export function refundableCents(order: { grossCents: number }, refunds: Pick<Refund, 'status' | 'amountCents'>[]): number {
  const taken = refunds.filter((refund) => refund.status !== 'failed').reduce((sum, refund) => sum + refund.amountCents, 0)
  return Math.max(0, order.grossCents - taken)
}

/**
 * Shares what was given back of the platform's fee among refunds, by their amounts, in whole minor units. The provider
 * tells the sum only. Parts are taken from the running total, so they always add up to exactly the sum.
 *
 * @param feeReturnedCents the sum to share
 * @param amounts of the refunds, in their order
 */
export function shareFeeReturned(feeReturnedCents: number, amounts: number[]): number[] {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0)
  let seen = 0
  let given = 0
  return amounts.map((amount) => {
    seen += amount
    const upToHere = whole === 0 ? 0 : Number((BigInt(feeReturnedCents) * BigInt(seen)) / BigInt(whole))
    const part = upToHere - given
    given = upToHere
    return part
  })
}
