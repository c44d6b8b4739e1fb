import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSeconds, mergeRanges } from '../../progress/watched-ranges.ts'
import { addStretch, afterArrival, emptyLog, movePosition, nextReport, playedStretch, retrySeconds } from './watch-log.ts'

describe('what is told of watching', () => {
  it('is what was played, and not what was jumped over', () => {
    expect(playedStretch({ before: 10, after: 10.25, speed: 1, wallSeconds: 0.25 })).toEqual({ from: 10, to: 10.25 })
    expect(playedStretch({ before: 10, after: 300, speed: 1, wallSeconds: 0.25 })).toBeNull()
    expect(playedStretch({ before: 10, after: 4, speed: 1, wallSeconds: 0.25 })).toBeNull()
    expect(playedStretch({ before: 10, after: 10, speed: 1, wallSeconds: 0.25 })).toBeNull()
    // A tab in the background looks at its clock once a second or less.
    expect(playedStretch({ before: 10, after: 13, speed: 1.5, wallSeconds: 2 })).toEqual({ from: 10, to: 13 })
  })

  it('arrives whole over a line that loses reports and answers', () => {
    const step = fc.record({ from: fc.integer({ min: 0, max: 500 }), length: fc.integer({ min: 1, max: 30 }), fate: fc.constantFrom('arrives', 'is lost', 'answer is lost') })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let log = emptyLog
        const arrived: { from: number; to: number }[] = []
        const played: { from: number; to: number }[] = []
        for (const { from, length, fate } of [...steps, ...Array.from({ length: 3 }, () => ({ from: 0, length: 1, fate: 'arrives' }))]) {
          const stretch = { from, to: from + length }
          played.push(stretch)
          log = addStretch(log, stretch)
          const report = nextReport(log)
          if (!report) throw new Error('something was played and nothing is told')
          if (fate !== 'is lost') arrived.push({ from: report.from, to: report.to }, ...report.earlier)
          if (fate === 'arrives') log = afterArrival(log, report)
        }
        expect(mergeRanges(arrived)).toEqual(mergeRanges(played))
        expect(countSeconds(log.pending)).toBe(0)
        expect(nextReport(log)).toBeNull()
      }),
    )
  })

  it('keeps what was played while a report was under way', () => {
    let log = addStretch(emptyLog, { from: 0, to: 5 })
    const report = nextReport(log)
    if (!report) throw new Error('nothing to tell')
    log = addStretch(log, { from: 5, to: 7 })
    log = afterArrival(log, report)
    expect(nextReport(log)).toEqual({ from: 5, to: 7, position: 7, earlier: [] })
  })

  it('tells a new position once', () => {
    let log = movePosition(emptyLog, 42)
    const report = nextReport(log)
    expect(report).toEqual({ from: 42, to: 42, position: 42, earlier: [] })
    if (report) log = afterArrival(log, report)
    expect(nextReport(movePosition(log, 42))).toBeNull()
  })

  it('is tried again soon, then more slowly', () => {
    expect([1, 2, 3, 4, 5, 9].map(retrySeconds)).toEqual([5, 10, 20, 40, 60, 60])
  })
})
