import { describe, expect, it } from 'vitest'
import { asCode, couponState } from './coupon.ts'
import { couponForm, readDiscount } from './coupon.schema.ts'
import { schoolDay } from './school-day.ts'

const plain = { archivedAt: null, startsOn: null, endsOn: null, usesMax: null }

describe('the state of a coupon', () => {
  it.each([
    ['active', plain, 0],
    ['active', { ...plain, startsOn: '2026-11-21', endsOn: '2026-11-21' }, 0],
    ['scheduled', { ...plain, startsOn: '2026-11-22' }, 0],
    ['expired', { ...plain, endsOn: '2026-11-20' }, 0],
    ['active', { ...plain, usesMax: 10 }, 9],
    ['used-up', { ...plain, usesMax: 10 }, 10],
    ['used-up', { ...plain, usesMax: 10, startsOn: '2026-12-01' }, 10],
    ['expired', { ...plain, usesMax: 10, endsOn: '2026-01-01' }, 10],
    ['archived', { ...plain, archivedAt: new Date(), endsOn: '2026-01-01' }, 0],
  ] as const)('is %s', (state, coupon, used) => {
    expect(couponState(coupon, { used }, '2026-11-21')).toBe(state)
  })
})

describe('the day of a school', () => {
  it.each([
    ['2026-11-21T23:30:00Z', 'Europe/Lisbon', '2026-11-21'],
    ['2026-11-21T23:30:00Z', 'Europe/Berlin', '2026-11-22'],
    ['2026-11-21T23:30:00Z', 'America/Los_Angeles', '2026-11-21'],
    ['2026-11-21T11:00:00Z', 'Pacific/Auckland', '2026-11-22'],
    // The night the clocks go back: both 1:30 are of the 25th.
    ['2026-10-25T00:30:00Z', 'Europe/Lisbon', '2026-10-25'],
    ['2026-10-25T01:30:00Z', 'Europe/Lisbon', '2026-10-25'],
  ])('at %s in %s is %s', (instant, zone, day) => {
    expect(schoolDay(new Date(instant), zone)).toBe(day)
  })
})

describe('what was typed', () => {
  it('is the same code in small letters and with spaces', () => {
    expect([' spring 25 ', 'Spring25', 'SPRING25'].map(asCode)).toEqual(['SPRING25', 'SPRING25', 'SPRING25'])
  })

  it.each([
    ['percent', '25', { kind: 'percent', percentBps: 2500 }], ['percent', '12,5 %', { kind: 'percent', percentBps: 1250 }], ['percent', '100', { kind: 'percent', percentBps: 10_000 }],
    ['percent', '0', null], ['percent', '100.01', null], ['percent', '-5', null], ['percent', '12.345', null], ['percent', 'half', null],
    ['fixed', '10', { kind: 'fixed', amountCents: 1000, currency: 'eur' }], ['fixed', '0,5', { kind: 'fixed', amountCents: 50, currency: 'eur' }],
    ['fixed', '0', null], ['fixed', '1.234', null], ['fixed', '1000000', null], ['fixed', '1e3', null],
  ] as const)('takes off, %s, "%s"', (kind, typed, expected) => {
    expect(readDiscount(kind, typed, 'EUR')).toEqual(expected)
  })

  it('in a currency without cents is whole', () => {
    expect(readDiscount('fixed', '500', 'JPY')).toEqual({ kind: 'fixed', amountCents: 500, currency: 'jpy' })
    expect(readDiscount('fixed', '500.5', 'JPY')).toBeNull()
  })

  it('with several faults hears all of them at once', () => {
    const faults = couponForm('EUR').safeParse({ coupon: 'a', discountKind: 'fixed', off: 'half', appliesTo: 'all', usesMax: 'many', perPersonMax: '', startsOn: '', endsOn: '' }).error?.issues
    expect(faults?.map(({ path, message }) => [path[0], message])).toEqual([
      ['coupon', 'Use at least three letters A to Z, figures and hyphens, such as SPRING-25.'],
      ['usesMax', 'Write a whole number from 1 to 1,000,000, or leave it empty.'],
      ['off', 'Write an amount, such as 10 or 12.50.'],
    ])
  })

  it('as a day must be one of the calendar', () => {
    const form = { coupon: 'spring-25', discountKind: 'percent', off: '25', appliesTo: 'all', usesMax: '', perPersonMax: '', startsOn: '', endsOn: '' }
    expect(couponForm('EUR').parse({ ...form, startsOn: '2028-02-29' })).toMatchObject({ coupon: 'SPRING-25', discount: { kind: 'percent', percentBps: 2500 }, startsOn: '2028-02-29', endsOn: null, usesMax: null })
    for (const day of ['2027-02-29', '2027-13-01', '1.3.2027', '0000-00-00', 'tomorrow']) expect(couponForm('EUR').safeParse({ ...form, endsOn: day }).success).toBe(false)
  })
})
