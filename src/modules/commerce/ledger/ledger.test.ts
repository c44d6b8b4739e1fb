import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeCents } from '../fee/fee-cents.ts'
import { refundableCents, shareFeeReturned } from '../refunds/refund.ts'
import { failedRefundEntries, processingFeeEntries, refundEntries, saleEntries, type EntryDraft } from './ledger.ts'

type Holdings = Record<string, number>

function add(holdings: Holdings, entries: EntryDraft[]): void {
  for (const { kind, holder, amountCents } of entries) holdings[kind + holder] = (holdings[kind + holder] ?? 0) + amountCents
}

/** The model: four purses, and money carried by hand from one to another, step by step. */
class Purses {
  readonly held: Holdings = {}
  move(from: string, to: string, cents: number): void {
    this.held[from] = (this.held[from] ?? 0) - cents
    this.held[to] = (this.held[to] ?? 0) + cents
  }
}

const sale = fc.record({
  buyer: fc.constantFrom('mei', 'omar', 'grace'),
  grossCents: fc.integer({ min: 1, max: 200_000 }),
  feeBps: fc.integer({ min: 0, max: 10_000 }),
  processorCents: fc.integer({ min: 0, max: 500 }),
  parts: fc.array(fc.integer({ min: 1, max: 100_000 }), { maxLength: 4 }),
  copies: fc.integer({ min: 1, max: 3 }),
})
type Sale = { buyer: string; grossCents: number; feeBps: number; processorCents: number; parts: number[] }

/** The facts of one sale, each under its key. Refunds give the fee back by what is left, and the last one the rest. */
function factsOf(one: Sale, name: string): Map<string, EntryDraft[]> {
  const fee = feeCents(one.grossCents, one.feeBps)
  const facts = new Map([[`${name}:sale`, saleEntries({ ...one, feeCents: fee })], [`${name}:processing`, processingFeeEntries(one.processorCents)]])
  const amounts = partsOf(one)
  const returned = Math.floor((fee * amounts.reduce((a, b) => a + b, 0)) / one.grossCents)
  const shares = shareFeeReturned(returned, amounts)
  amounts.forEach((amountCents, index) => {
    facts.set(`${name}:refund:${index}`, refundEntries({ buyer: one.buyer, amountCents, transferReversedCents: amountCents, feeReturnedCents: shares[index] ?? 0 }))
  })
  return facts
}

function partsOf(one: Sale): number[] {
  let left = one.grossCents
  return one.parts.flatMap((part) => {
    const taken = Math.min(part, left)
    left -= taken
    return taken > 0 ? [taken] : []
  })
}

function carryByHand(purses: Purses, one: Sale): void {
  const fee = feeCents(one.grossCents, one.feeBps)
  purses.move(`buyer${one.buyer}`, 'platform', one.grossCents)
  purses.move('platform', 'school', one.grossCents)
  purses.move('school', 'platform', fee)
  purses.move('platform', 'processor', one.processorCents)
  const given = partsOf(one).reduce((a, b) => a + b, 0)
  purses.move('school', 'platform', given)
  purses.move('platform', `buyer${one.buyer}`, given)
  purses.move('platform', 'school', Math.floor((fee * given) / one.grossCents))
}

describe('the ledger', () => {
  it('equals money carried by hand, in any order and however often each fact is told', () => {
    fc.assert(fc.property(fc.array(sale, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (sales, chance) => {
      const purses = new Purses()
      const told: [string, EntryDraft[]][] = []
      sales.forEach((one, index) => {
        carryByHand(purses, one)
        for (let copy = 0; copy < one.copies; copy += 1) told.push(...factsOf(one, `sale${index}`))
      })
      const shuffled = told.map((fact) => ({ fact, at: chance.next().value })).sort((a, b) => a.at - b.at)

      const holdings: Holdings = {}
      const booked = new Set<string>()
      for (const { fact: [key, entries] } of shuffled) {
        expect(entries.reduce((sum, entry) => sum + entry.amountCents, 0)).toBe(0)
        expect(entries.every((entry) => entry.amountCents !== 0)).toBe(true)
        if (booked.has(key)) continue
        booked.add(key)
        add(holdings, entries)
      }
      for (const name of new Set([...Object.keys(holdings), ...Object.keys(purses.held)])) {
        expect([name, holdings[name] ?? 0]).toEqual([name, purses.held[name] ?? 0])
      }
    }))
  })

  it('after a full refund holds the processing fee and nothing else', () => {
    fc.assert(fc.property(sale, (one) => {
      const fee = feeCents(one.grossCents, one.feeBps)
      const holdings: Holdings = {}
      add(holdings, saleEntries({ ...one, feeCents: fee }))
      add(holdings, processingFeeEntries(one.processorCents))
      add(holdings, refundEntries({ buyer: one.buyer, amountCents: one.grossCents, transferReversedCents: one.grossCents, feeReturnedCents: fee }))
      expect([holdings[`buyer${one.buyer}`] ?? 0, holdings.school ?? 0]).toEqual([0, 0])
      expect([holdings.platform ?? 0, holdings.processor ?? 0]).toEqual([0 - one.processorCents, one.processorCents])
    }))
  })

  it('shows a refund without the school’s share as the platform’s loss, and gives it back when the bank refuses', () => {
    const refund = { buyer: 'mei', amountCents: 8900, transferReversedCents: 0, feeReturnedCents: 0 }
    expect(refundEntries(refund)).toEqual([
      { kind: 'buyer', holder: 'mei', amountCents: 8900 },
      { kind: 'platform', holder: '', amountCents: -8900 },
    ])
    const holdings: Holdings = {}
    add(holdings, refundEntries(refund))
    add(holdings, failedRefundEntries(refund))
    expect(Object.values(holdings)).toEqual([0, 0])
  })
})

describe('sharing what came back of the fee', () => {
  it('adds up to the sum, in whole units, none below nothing', () => {
    fc.assert(fc.property(fc.nat({ max: 100_000 }), fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 6 }), (sum, amounts) => {
      const shares = shareFeeReturned(sum, amounts)
      expect(shares.reduce((a, b) => a + b, 0)).toBe(sum)
      expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true)
    }))
  })
})

describe('what can be refunded', () => {
  it('is what is left after all that was given or wished for, and never less than nothing', () => {
    const refund = fc.record({ status: fc.constantFrom('requested' as const, 'succeeded' as const, 'failed' as const), amountCents: fc.integer({ min: 1, max: 5000 }) })
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), fc.array(refund, { maxLength: 5 }), (grossCents, refunds) => {
      let left = grossCents
      for (const one of refunds) left -= one.status === 'failed' ? 0 : one.amountCents
      expect(refundableCents({ grossCents }, refunds)).toBe(left < 0 ? 0 : left)
    }))
  })
})
