import { describe, expect, it } from 'vitest'
import type { WebhookOutcome } from '../ports.ts'
import { judgeTry, pausesSeconds } from './judge-try.ts'

const answered = (status: number, retryAfterSeconds: number | null = null): WebhookOutcome => ({ kind: 'answered', status, answerStart: '', retryAfterSeconds })

describe('a try', () => {
  it.each([200, 201, 202, 204, 299])('answered with %i is delivered', (status) => {
    expect(judgeTry(answered(status), 1)).toEqual({ kind: 'delivered' })
  })

  it.each([100, 300, 301, 302, 307, 308, 400, 401, 404, 409, 429, 500, 502, 503, 504])('answered with %i is made again', (status) => {
    expect(judgeTry(answered(status), 1, 0)).toEqual({ kind: 'again', inSeconds: 5 })
  })

  it('answered with 410 is the last of all', () => {
    expect(judgeTry(answered(410), 1)).toEqual({ kind: 'gone' })
  })

  it.each<WebhookOutcome>([{ kind: 'timed-out' }, { kind: 'refused' }, { kind: 'unreachable', reason: 'ECONNREFUSED' }])('that ended as $kind is made again', (outcome) => {
    expect(judgeTry(outcome, 2, 0)).toEqual({ kind: 'again', inSeconds: 300 })
  })

  it('is made ten times over more than three days, and then given up', () => {
    const pauses = pausesSeconds.map((_, index) => judgeTry(answered(500), index + 1, 0))
    expect(pauses.at(-1)).toEqual({ kind: 'given-up' })
    const total = pauses.reduce((sum, verdict) => sum + (verdict.kind === 'again' ? verdict.inSeconds : 0), 0)
    // 75:35:05 in the standard's table.
    expect(total).toBe(75 * 3600 + 35 * 60 + 5)
  })

  it('waits up to a fifth longer by chance, and as long as the receiver asks for', () => {
    expect(judgeTry(answered(500), 2, 0.5)).toEqual({ kind: 'again', inSeconds: 330 })
    expect(judgeTry(answered(503, 120), 1, 0)).toEqual({ kind: 'again', inSeconds: 120 })
    expect(judgeTry(answered(429, 120), 2, 0)).toEqual({ kind: 'again', inSeconds: 300 })
    expect(judgeTry(answered(429, 10 ** 8), 1, 0)).toEqual({ kind: 'again', inSeconds: 86_400 })
  })
})
