import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstDayOf, inWeek, weekFrom, type ScheduleRow } from './in-week.schema.ts'

const row = (id: string, day: number, start: string, minutes = 60): ScheduleRow => ({ id, day, start, minutes, title: id, who: '', place: '', translations: {} })
const said = (rows: ScheduleRow[], firstDay = 1) => inWeek(rows, firstDay).map(({ day, rows: inDay }) => `${day}:${inDay.map(({ id }) => id).join('')}`).join(' ')

const upTo = (end: number) => [...Array(end).keys()]

describe('a week', () => {
  it('begins where its readers begin it', () => {
    expect(['en-GB', 'de-DE', 'en-US', 'ar-EG'].map((locale) => firstDayOf(locale))).toEqual([1, 1, 7, 6])
    expect([1, 6, 7].map((day) => weekFrom(day).join(''))).toEqual(['1234567', '6712345', '7123456'])
  })

  it('puts rows by day and hour, whatever order they were typed in, and leaves out empty days', () => {
    const rows = [row('d', 7, '09:00'), row('c', 3, '18:00'), row('a', 1, '19:00'), row('b', 3, '07:30')]
    expect(said(rows)).toBe('1:a 3:bc 7:d')
    expect(said(rows, 7)).toBe('7:d 1:a 3:bc')
    expect(said([])).toBe('')
  })

  it('leaves what lasts beyond midnight on the day on which it begins, at its end', () => {
    expect(said([row('n', 5, '23:30', 120), row('m', 5, '00:00'), row('s', 6, '00:15')])).toBe('5:mn 6:s')
  })

  it('shows rows beside each other that overlap: of two that begin together the shorter first, else the one typed first', () => {
    expect(said([row('l', 2, '16:00', 90), row('s', 2, '16:00', 30), row('o', 2, '16:15'), row('t', 2, '16:00', 30)])).toBe('2:stlo')
  })

  it('is what somebody gets who looks through the rows minute by minute', () => {
    const rows = fc.array(fc.record({ day: fc.integer({ min: 1, max: 7 }), at: fc.integer({ min: 0, max: 1439 }), minutes: fc.integer({ min: 5, max: 720 }) }), { maxLength: 12 })
    fc.assert(fc.property(rows, fc.constantFrom(1, 6, 7), (drawn, firstDay) => {
      const typed = drawn.map(({ day, at, minutes }, index) => row(String(index), day, `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`, minutes))
      const slowly = upTo(7).flatMap((later) => {
        const today = typed.filter(({ day }) => day === ((firstDay - 1 + later) % 7) + 1)
        return upTo(1440).flatMap((at) => {
          const now = today.filter(({ id }) => drawn[Number(id)]?.at === at)
          return now.length === 0 ? [] : upTo(721).flatMap((minutes) => now.filter((each) => each.minutes === minutes).map(({ id }) => id))
        })
      })
      expect(inWeek(typed, firstDay).flatMap((each) => each.rows.map(({ id }) => id))).toEqual(slowly)
    }), { numRuns: 40 })
  })
})
