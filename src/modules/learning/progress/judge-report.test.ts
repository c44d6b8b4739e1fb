import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeReport, slackSeconds, spareSecondsMax, speedMax, type WatchingState } from './judge-report.ts'
import { countSeconds, type Watched } from './watched-ranges.ts'

const start = new Date('2026-11-20T10:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const fresh: WatchingState = { watched: [], sinceAt: start, spareSeconds: 0, durationSeconds: 600 }

describe('judging a report', () => {
  it('believes five seconds of playing', () => {
    const judged = judgeReport({ ranges: [{ from: 0, to: 5.02 }], positionSeconds: 5.02 }, fresh, later(5))
    expect(judged).toMatchObject({ kind: 'believed', watchedSeconds: 5, positionSeconds: 5.02 })
  })

  it('refuses ten minutes that passed in five seconds', () => {
    expect(judgeReport({ ranges: [{ from: 0, to: 600 }], positionSeconds: 600 }, fresh, later(5))).toMatchObject({ kind: 'impossible', newSeconds: 600 })
  })

  it('takes the same report again without counting it again, even when no time has passed', () => {
    const state = { ...fresh, watched: [{ from: 0, to: 300 }], sinceAt: later(300) }
    expect(judgeReport({ ranges: [{ from: 0, to: 300 }], positionSeconds: 300 }, state, later(300))).toMatchObject({ kind: 'believed', newSeconds: 0, watchedSeconds: 300 })
  })

  it('believes what was held up by a line that was down for as long', () => {
    expect(judgeReport({ ranges: [{ from: 0, to: 100 }, { from: 200, to: 280 }], positionSeconds: 280 }, fresh, later(180))).toMatchObject({ kind: 'believed', watchedSeconds: 180 })
  })

  it('keeps the position inside the recording', () => {
    expect(judgeReport({ ranges: [], positionSeconds: 9000 }, fresh, later(1))).toMatchObject({ positionSeconds: 600 })
    expect(judgeReport({ ranges: [], positionSeconds: 0.12345 }, fresh, later(1))).toMatchObject({ positionSeconds: 0.123 })
  })

  it('never lets anyone watch more than time, speed and a bounded allowance give, whatever they send', () => {
    const report = fc.record({ wait: fc.integer({ min: 0, max: 40 }), from: fc.integer({ min: 0, max: 3500 }), length: fc.integer({ min: 0, max: 300 }) })
    fc.assert(
      fc.property(fc.array(report, { maxLength: 40 }), (reports) => {
        let state: WatchingState = { ...fresh, durationSeconds: 3600 }
        let clock = 0
        let believed = 0
        for (const { wait, from, length } of reports) {
          clock += wait
          const judged = judgeReport({ ranges: [{ from, to: from + length }], positionSeconds: from }, state, later(clock))
          if (judged.kind === 'impossible') continue

          believed += 1
          expect(judged.watchedSeconds).toBe(countSeconds(judged.watched))
          expect(judged.watchedSeconds).toBeGreaterThanOrEqual(countSeconds(state.watched))
          expect(judged.newSeconds).toBeLessThanOrEqual(wait * speedMax + spareSecondsMax + slackSeconds + clock * speedMax)
          state = { ...state, watched: judged.watched, sinceAt: later(clock), spareSeconds: judged.spareSeconds }
        }
        expect(countSeconds(state.watched)).toBeLessThanOrEqual(clock * speedMax + believed * slackSeconds)
      }),
    )
  })

  it('ends at the same seconds in whichever pieces honest playing arrives', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(pieces, (lengths) => {
        let watched: Watched = []
        let state: WatchingState = fresh
        let at = 0
        for (const length of lengths) {
          const judged = judgeReport({ ranges: [{ from: at, to: at + length }], positionSeconds: at + length }, state, later(at + length))
          if (judged.kind === 'impossible') throw new Error('honest playing was refused')
          at += length
          watched = judged.watched
          state = { ...state, watched, sinceAt: later(at), spareSeconds: judged.spareSeconds }
        }
        expect(watched).toEqual([{ from: 0, to: Math.min(at, 600) }])
      }),
    )
  })
})
