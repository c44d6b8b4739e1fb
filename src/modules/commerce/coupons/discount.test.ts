import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discounted, type Discount } from './discount.ts'

/** By counting down the price, one minor unit at a time, until what was taken off is nearest to the exact share; on a tie the even one. */
function slowShare(priceCents: number, percentBps: number): number {
  let taken = 0
  const isTooLittle = () => 2 * (priceCents * percentBps - taken * 10_000)
  while (isTooLittle() > 10_000 || (isTooLittle() === 10_000 && taken % 2 === 1)) taken += 1
  return taken
}

/** The rules as one would say them aloud. */
function slowly(priceCents: number, discount: Discount, leastCents: number): { amountCents: number; discountCents: number } | null {
  let left = priceCents
  const wanted = discount.kind === 'percent' ? slowShare(priceCents, discount.percentBps) : discount.amountCents
  for (let cents = 0; cents < wanted && left > 0; cents += 1) left -= 1
  while (left > 0 && left < leastCents && left < priceCents) left += 1
  return left === priceCents ? null : { amountCents: left, discountCents: priceCents - left }
}

const prices = fc.integer({ min: 0, max: 3000 })
const leasts = fc.constantFrom(0, 1, 30, 50, 250, 1500)
const discounts: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), percentBps: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('fixed' as const), amountCents: fc.integer({ min: 1, max: 4000 }), currency: fc.constant('eur') }),
)

describe('a price with a coupon', () => {
  it('is what counting makes of it, for any price, discount and least amount', () => {
    fc.assert(fc.property(prices, discounts, leasts, (price, discount, least) => {
      const found = discounted(price, discount, least)
      expect(found && { amountCents: found.amountCents, discountCents: found.discountCents }).toEqual(slowly(price, discount, least))
    }), { numRuns: 2000 })
  })

  it('and its discount are the price together; what is left is nothing, or can be charged, or was the price', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), discounts, leasts, (price, discount, least) => {
      const found = discounted(price, discount, least)
      if (!found) return
      expect(found.amountCents + found.discountCents).toBe(price)
      expect(found.discountCents).toBeGreaterThan(0)
      expect(found.amountCents === 0 || found.amountCents >= least).toBe(true)
    }))
  })

  it('never grows when the share does', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 9999 }), (price, percentBps) => {
      const [less, more] = [percentBps, percentBps + 1].map((bps) => discounted(price, { kind: 'percent', percentBps: bps }, 0)?.amountCents ?? price)
      expect(more).toBeLessThanOrEqual(less ?? 0)
    }))
  })

  const percent = (percentBps: number): Discount => ({ kind: 'percent', percentBps })
  const fixed = (amountCents: number): Discount => ({ kind: 'fixed', amountCents, currency: 'eur' })
  it.each([
    { words: 'a quarter of €49', price: 4900, discount: percent(2500), least: 50, expected: { amountCents: 3675, discountCents: 1225, isCut: false } },
    { words: 'a half of ¥1005, a tie, to the even yen', price: 1005, discount: percent(5000), least: 50, expected: { amountCents: 503, discountCents: 502, isCut: false } },
    { words: 'all of it', price: 4900, discount: percent(10_000), least: 50, expected: { amountCents: 0, discountCents: 4900, isCut: false } },
    { words: 'more than it costs', price: 900, discount: fixed(1000), least: 50, expected: { amountCents: 0, discountCents: 900, isCut: false } },
    { words: '€5 of €5.30, where 30 cents cannot be charged', price: 530, discount: fixed(500), least: 50, expected: { amountCents: 50, discountCents: 480, isCut: true } },
    { words: '99% of €40, where 40 cents cannot be charged', price: 4000, discount: percent(9900), least: 50, expected: { amountCents: 50, discountCents: 3950, isCut: true } },
    { words: 'nothing of what is the least already', price: 50, discount: percent(5000), least: 50, expected: null },
    { words: 'nothing where it is less than half a cent', price: 20, discount: percent(100), least: 0, expected: null },
  ])('takes off $words', ({ price, discount, least, expected }) => {
    expect(discounted(price, discount, least)).toEqual(expected)
  })

  it('refuses what is no whole amount and no share', () => {
    for (const [price, discount, least] of [
      [1.5, { kind: 'percent', percentBps: 100 }, 0], [-1, { kind: 'percent', percentBps: 100 }, 0], [100, { kind: 'percent', percentBps: 10_001 }, 0],
      [100, { kind: 'fixed', amountCents: 0, currency: 'eur' }, 0], [100, { kind: 'fixed', amountCents: 0.5, currency: 'eur' }, 0], [100, { kind: 'percent', percentBps: 100 }, -1],
    ] as const) expect(() => discounted(price, discount, least)).toThrow(RangeError)
  })
})
