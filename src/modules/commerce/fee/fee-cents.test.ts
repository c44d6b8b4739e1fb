import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeCents } from './fee-cents.ts'

/** By counting: the two whole numbers around the exact share, and which is nearer; on a tie the even one. */
function slowFee(amountCents: number, feeBps: number): number {
  let below = 0
  while ((below + 1) * 10_000 <= amountCents * feeBps) below += 1
  const toBelow = amountCents * feeBps - below * 10_000
  const toAbove = (below + 1) * 10_000 - amountCents * feeBps
  if (toBelow === toAbove) return below % 2 === 0 ? below : below + 1
  return toBelow < toAbove ? below : below + 1
}

describe('the platform’s fee', () => {
  it('is the nearest whole minor unit, on a tie the even one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 10_000 }), (amount, bps) => {
      expect(feeCents(amount, bps)).toBe(slowFee(amount, bps))
    }))
  })

  it('is never more than the amount, never less than nothing, and grows with both', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9999 }), (amount, bps) => {
      const fee = feeCents(amount, bps)
      expect(Number.isInteger(fee) && fee >= 0 && fee <= amount).toBe(true)
      expect(feeCents(amount + 1, bps)).toBeGreaterThanOrEqual(fee)
      expect(feeCents(amount, bps + 1)).toBeGreaterThanOrEqual(fee)
    }))
  })

  it.each([[8900, 1000, 890], [5, 1000, 0], [15, 1000, 2], [25, 1000, 2], [35, 1000, 4], [1005, 1000, 100], [1, 10_000, 1], [99_999_999, 10_000, 99_999_999]])(
    'of %d at %d is %d, also where the unit is a whole yen',
    (amount, bps, fee) => {
      expect(feeCents(amount, bps)).toBe(fee)
    },
  )

  it('refuses what is no whole amount or no share', () => {
    for (const [amount, bps] of [[0.5, 1000], [-1, 1000], [100, -1], [100, 10_001], [100, 0.5], [Number.NaN, 1]] as const) {
      expect(() => feeCents(amount, bps)).toThrow(RangeError)
    }
  })
})
