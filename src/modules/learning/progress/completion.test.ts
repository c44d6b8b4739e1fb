import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coursePercent, isWatched, reachesNextTenth, watchedShare } from './completion.ts'
import { countSeconds, mergeRanges, toWholeSeconds } from './watched-ranges.ts'

describe('completion', () => {
  it('comes at nine tenths of the seconds and not before', () => {
    expect(isWatched(899, 1000)).toBe(false)
    expect(isWatched(900, 1000)).toBe(true)
    expect(isWatched(5000, null)).toBe(false)
  })

  it('cannot be had by seeking: a hundred touches all over and the end itself watch almost nothing', () => {
    const touches = Array.from({ length: 100 }, (_, index) => toWholeSeconds({ from: index * 6, to: index * 6 + 0.2 }, 600))
    const end = toWholeSeconds({ from: 599.9, to: 600 }, 600)
    expect(isWatched(countSeconds(mergeRanges([...touches, end])), 600)).toBe(false)
  })

  it('holds for whoever played a recording of any length from start to end', () => {
    const playing = fc.record({ duration: fc.double({ min: 1, max: 20_000, noNaN: true }), step: fc.double({ min: 0.5, max: 8, noNaN: true }) })
    fc.assert(
      fc.property(playing, ({ duration, step }) => {
        const stretches = Array.from({ length: Math.ceil(duration / step) }, (_, index) => toWholeSeconds({ from: index * step, to: (index + 1) * step }, duration))
        const seconds = countSeconds(mergeRanges(stretches))
        expect(seconds).toBe(Math.round(duration))
        if (duration >= 5) expect(isWatched(seconds, duration)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps shares and percentages inside their bounds', () => {
    expect(watchedShare(120, 100)).toBe(1)
    expect(watchedShare(10, 0)).toBe(0)
    expect(coursePercent(41, 42)).toBe(97)
    expect(coursePercent(42, 42)).toBe(100)
    expect(coursePercent(0, 0)).toBe(0)
    expect(coursePercent(199, 200)).toBe(99)
  })

  it('tells those who look on at every tenth only', () => {
    expect(reachesNextTenth(0.11, 0.19)).toBe(false)
    expect(reachesNextTenth(0.19, 0.2)).toBe(true)
  })
})
