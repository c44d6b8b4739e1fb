import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSeconds, formatMultirange, mergeRanges, parseMultirange, subtractRanges, toWholeSeconds, type SecondRange } from './watched-ranges.ts'

const range = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({ from, to: from + length }))
const ranges = fc.array(range, { maxLength: 12 })

/** The slow model: every second by itself. */
function secondsOf(given: readonly SecondRange[]): Set<number> {
  const seconds = new Set<number>()
  for (const { from, to } of given) for (let second = from; second < to; second += 1) seconds.add(second)
  return seconds
}

describe('watched ranges', () => {
  it('hold exactly the seconds that were given, in order and apart', () => {
    fc.assert(
      fc.property(ranges, (given) => {
        const merged = mergeRanges(given)
        expect(secondsOf(merged)).toEqual(secondsOf(given))
        expect(countSeconds(merged)).toBe(secondsOf(given).size)
        for (const [index, { from, to }] of merged.entries()) {
          expect(to).toBeGreaterThan(from)
          expect(from).toBeGreaterThan(merged[index - 1]?.to ?? -1)
        }
      }),
    )
  })

  it('do not care in which order, how often or in which pieces reports come', () => {
    fc.assert(
      fc.property(ranges, ranges, (one, other) => {
        const whole = mergeRanges([...one, ...other])
        expect(mergeRanges([...other, ...one, ...other])).toEqual(whole)
        expect(mergeRanges([...mergeRanges(other), ...mergeRanges(one)])).toEqual(whole)
        expect(countSeconds(whole)).toBeGreaterThanOrEqual(countSeconds(mergeRanges(one)))
      }),
    )
  })

  it('lose exactly what is taken out', () => {
    fc.assert(
      fc.property(ranges, ranges, (given, taken) => {
        const left = secondsOf(subtractRanges(mergeRanges(given), taken))
        const gone = secondsOf(taken)
        expect(left).toEqual(new Set([...secondsOf(given)].filter((second) => !gone.has(second))))
      }),
    )
  })

  it('are read back from the text of the database as they were written', () => {
    fc.assert(
      fc.property(ranges, (given) => {
        expect(parseMultirange(formatMultirange(mergeRanges(given)))).toEqual(mergeRanges(given))
      }),
    )
  })

  it('meet without a gap when stretches follow each other', () => {
    const stops = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 2, maxLength: 20 }).map((given) => given.toSorted((one, other) => one - other))
    fc.assert(
      fc.property(stops, (given) => {
        const stretches = given.slice(1).map((to, index) => toWholeSeconds({ from: given[index] ?? 0, to }, 300))
        const first = Math.round(given[0] ?? 0)
        const last = Math.round(given.at(-1) ?? 0)
        expect(mergeRanges(stretches)).toEqual(last > first ? [{ from: first, to: last }] : [])
      }),
    )
  })

  it('never reach beyond the end', () => {
    expect(toWholeSeconds({ from: 95, to: 4000 }, 100.4)).toEqual({ from: 95, to: 100 })
    expect(toWholeSeconds({ from: -5, to: 3 }, null)).toEqual({ from: 0, to: 3 })
  })
})
