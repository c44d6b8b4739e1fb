import { describe, expect, it } from 'vitest'
import { englishOf } from './english-of.ts'

describe('the English of a new school', () => {
  it.each([
    ['eur', '21 November'],
    ['sek', '21 November'],
    ['usd', 'November 21'],
  ])('that takes %s writes %s', (currency, said) => {
    expect(new Date('2026-11-21T12:00:00Z').toLocaleDateString(englishOf(currency), { day: 'numeric', month: 'long', timeZone: 'UTC' })).toBe(said)
  })
})
