import { describe, expect, it } from 'vitest'
import { localeOf } from './locale-of.ts'

describe('the locale of a new school', () => {
  it.each([
    ['en', 'eur', '21 November'],
    ['en', 'sek', '21 November'],
    ['en', 'usd', 'November 21'],
    ['de', 'eur', '21. November'],
  ] as const)('that speaks %s and takes %s writes %s', (language, currency, said) => {
    expect(new Date('2026-11-21T12:00:00Z').toLocaleDateString(localeOf(language, currency), { day: 'numeric', month: 'long', timeZone: 'UTC' })).toBe(said)
  })

  it('writes amounts as Switzerland does where its francs are paid', () => {
    expect(localeOf('de', 'chf')).toBe('de-CH')
  })
})
