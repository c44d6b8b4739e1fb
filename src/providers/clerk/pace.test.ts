import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePace } from './pace.ts'

/** Turns on a clock of our own: each turn says when it may go. */
async function turnsAt(calls: number, arrivalsMs: number[]): Promise<number[]> {
  let now = 0
  const pace = makePace(calls, () => now, async (ms) => void (now += ms))
  const turns: number[] = []
  for (const at of arrivalsMs) {
    now = Math.max(now, at)
    await pace.turn()
    turns.push(now)
  }
  return turns
}

describe('the pace of a walk', () => {
  it('never makes more calls in ten seconds than a twentieth above its rate, whenever the window begins', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 20, max: 1000 }), fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 60 }), async (calls, gaps) => {
      let at = 0
      const arrivals = [...gaps.map((gap) => (at += gap)), ...Array.from({ length: 400 }, () => at)]
      const turns = await turnsAt(calls, arrivals)
      for (const start of turns) expect(turns.filter((turn) => turn >= start && turn < start + 10_000).length).toBeLessThanOrEqual(calls * 1.05 + 1)
    }), { numRuns: 20 })
  })

  it('uses its whole rate while calls wait, and makes up for a slow moment', async () => {
    const turns = await turnsAt(90, Array.from({ length: 901 }, () => 0))
    expect(turns.at(-1)).toBeCloseTo(100_000 - 10_000 * 0.05, -3)
  })

  it('ends at once when the walk is stopped', async () => {
    const pace = makePace(1)
    await pace.turn()
    await pace.turn()
    const stop = new AbortController()
    const waiting = pace.turn(stop.signal)
    stop.abort(new Error('stopped by hand'))
    await expect(waiting).rejects.toThrow('stopped by hand')
  })
})
