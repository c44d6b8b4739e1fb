import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextStanding, type HeardOrder, type StandingEnrolment } from './enrolment-standing.ts'

type Word = { orderId: string; kind: 'paid' | 'refunded' }
const at = new Date('2026-11-20T10:00:00Z')

/** Hears words one after the other, as the subscribers do. */
function hearAll(words: readonly Word[], begin: StandingEnrolment | null): StandingEnrolment | null {
  const heard = new Map<string, HeardOrder>()
  let enrolment = begin
  for (const { orderId, kind } of words) {
    const known = heard.get(orderId) ?? { orderId, paidAt: null, refundedAt: null }
    heard.set(orderId, kind === 'paid' ? { ...known, paidAt: at } : { ...known, refundedAt: at })
    const next = nextStanding(enrolment, [...heard.values()])
    if (next.kind === 'open') enrolment = { source: 'order', status: 'active', orderId: next.orderId }
    if (next.kind === 'end' && enrolment) enrolment = { ...enrolment, status: 'ended' }
  }
  return enrolment
}

/** The slow model: access while an order was paid and never refunded. */
const hasAccess = (words: readonly Word[]) =>
  words.some(({ orderId, kind }) => kind === 'paid' && !words.some((other) => other.orderId === orderId && other.kind === 'refunded'))

const word: fc.Arbitrary<Word> = fc.record({ orderId: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom('paid' as const, 'refunded' as const) })

describe('what an enrolment becomes', () => {
  it('depends on what was heard and not on when or how often', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        expect(hearAll(words, null)?.status === 'active').toBe(hasAccess(words))
        expect(hearAll([...words, ...words], null)?.status === 'active').toBe(hasAccess(words))
        expect(hearAll(words.toReversed(), null)?.status === 'active').toBe(hasAccess(words))
      }),
    )
  })

  it('stays open for who was let in without an order, whatever is refunded', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(hearAll(words, { source: 'free', status: 'active', orderId: null })).toEqual({ source: 'free', status: 'active', orderId: null })
      }),
    )
  })

  it('is nothing when the refund was heard before the payment', () => {
    expect(hearAll([{ orderId: 'a', kind: 'refunded' }, { orderId: 'a', kind: 'paid' }], null)).toBeNull()
  })

  it('goes on under the other order when one of two is refunded', () => {
    const words: Word[] = [{ orderId: 'a', kind: 'paid' }, { orderId: 'b', kind: 'paid' }, { orderId: 'a', kind: 'refunded' }]
    expect(hearAll(words, null)).toEqual({ source: 'order', status: 'active', orderId: 'b' })
  })
})
