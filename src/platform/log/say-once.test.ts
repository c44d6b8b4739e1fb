import { describe, expect, it } from 'vitest'
import { sayOnce } from './say-once.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 0, minutes))

describe('what is said once in a while', () => {
  it('is said of each subject, and again when the while is over', () => {
    const isTimeToSay = sayOnce(60 * 60_000)
    expect([0, 1, 59].map((minutes) => isTimeToSay('melody', at(minutes)))).toEqual([true, false, false])
    expect(isTimeToSay('quiet-strings', at(59))).toBe(true)
    expect([60, 61].map((minutes) => isTimeToSay('melody', at(minutes)))).toEqual([true, false])
  })

  it('does not remember without end', () => {
    const isTimeToSay = sayOnce(60 * 60_000)
    for (let subject = 0; subject < 10_000; subject += 1) isTimeToSay(String(subject), at(0))
    expect(isTimeToSay('9999', at(0))).toBe(false)
    expect(isTimeToSay('one more', at(0))).toBe(true)
    expect(isTimeToSay('9999', at(0))).toBe(true)
  })
})
