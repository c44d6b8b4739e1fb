import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptsMax, retryDelaySeconds, waitDelaySeconds } from './retry-schedule.ts'

describe('the pause before another try', () => {
  it('doubles up to an hour, and is never less than half of that', () => {
    expect([1, 2, 3, 11, 12, 99].map((attempts) => retryDelaySeconds(attempts, 0.999999999))).toEqual([2, 4, 8, 2048, 3600, 3600].map((seconds) => expect.closeTo(seconds, 3)))
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempts, chance) => {
      const whole = Math.min(3600, 2 ** attempts)
      expect(retryDelaySeconds(attempts, chance)).toBeGreaterThanOrEqual(whole / 2)
      expect(retryDelaySeconds(attempts, chance)).toBeLessThanOrEqual(whole)
    }))
  })

  it('adds up to hours, so an outage of an evening is outlived', () => {
    const total = Array.from({ length: attemptsMax - 1 }, (_, index) => retryDelaySeconds(index + 1, 0)).reduce((sum, seconds) => sum + seconds, 0)
    expect(total / 3600).toBeGreaterThan(1.5)
  })

  it('for what is early grows with the time it waited, and ends after three days', () => {
    expect([0, 1, 60, 3600, 86_400 * 3].map((waited) => waitDelaySeconds(waited, 2))).toEqual([2, 2, 30, 900, 900])
    expect([0, 60, 80].map((waited) => waitDelaySeconds(waited, 30))).toEqual([30, 30, 40])
    expect(waitDelaySeconds(86_400 * 3 + 1, 2)).toBeNull()
  })
})
