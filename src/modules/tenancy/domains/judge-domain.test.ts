import { describe, expect, it } from 'vitest'
import { addDomainForm } from './domain.schema.ts'
import { absentHours, claimDays, judgeDomain, readProof, silentHours, type DomainStanding } from './judge-domain.ts'

const start = new Date('2026-03-01T12:00:00Z')
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const claim = { state: 'pending', reason: null, failingSince: null, addedAt: start } as const
const verified = { ...claim, state: 'verified' } as const
const absent = { kind: 'absent', reason: 'no-record' } as const
const silent = { kind: 'unknown' } as const

describe('a claim', () => {
  it('is verified by its record, however long it waited', () => {
    const proven: DomainStanding = { state: 'verified', reason: null, failingSince: null }
    expect(judgeDomain(claim, { kind: 'proven' }, after(1))).toEqual(proven)
    expect(judgeDomain({ ...claim, state: 'failed', reason: 'no-record' }, { kind: 'proven' }, after(24 * 30))).toEqual(proven)
  })

  it('says why it waits, and is given up after a week', () => {
    expect(judgeDomain(claim, { kind: 'absent', reason: 'wrong-record' }, after(1))).toEqual({ state: 'pending', reason: 'wrong-record', failingSince: null })
    expect(judgeDomain(claim, silent, after(claimDays * 24 - 1))).toEqual({ state: 'pending', reason: 'no-answer', failingSince: null })
    expect(judgeDomain(claim, absent, after(claimDays * 24))).toEqual({ state: 'failed', reason: 'no-record', failingSince: null })
  })

  it('that was given up stays so until it is proven', () => {
    expect(judgeDomain({ ...claim, state: 'failed' }, silent, after(1)).state).toBe('failed')
  })
})

describe('a verified domain', () => {
  it('outlives one missing answer, and says since when', () => {
    expect(judgeDomain(verified, absent, start)).toEqual({ state: 'verified', reason: 'no-record', failingSince: start })
    expect(judgeDomain({ ...verified, failingSince: start }, { kind: 'proven' }, after(1))).toEqual({ state: 'verified', reason: null, failingSince: null })
  })

  it('is lost after a day without its record, and after three of silence', () => {
    const failing = { ...verified, failingSince: start }
    expect(judgeDomain(failing, absent, after(absentHours - 1)).state).toBe('verified')
    expect(judgeDomain(failing, absent, after(absentHours))).toEqual({ state: 'failed', reason: 'no-record', failingSince: null })
    expect(judgeDomain(failing, silent, after(silentHours - 1)).state).toBe('verified')
    expect(judgeDomain(failing, silent, after(silentHours))).toEqual({ state: 'failed', reason: 'no-answer', failingSince: null })
  })
})

describe('the proof', () => {
  it('is one record with exactly the value, among others of other purposes', () => {
    expect(readProof(['v=spf1 -all', ' coursecove-domain=abc '], 'coursecove-domain=abc')).toEqual({ kind: 'proven' })
    expect(readProof(['coursecove-domain=abcd'], 'coursecove-domain=abc')).toEqual({ kind: 'absent', reason: 'wrong-record' })
    expect(readProof([], 'coursecove-domain=abc')).toEqual({ kind: 'absent', reason: 'no-record' })
    expect(readProof(null, 'coursecove-domain=abc')).toEqual({ kind: 'unknown' })
  })
})

describe('what is typed as a domain', () => {
  it.each([
    ['www.melody.example', 'www.melody.example'],
    [' https://WWW.Melody.example/courses?x=1 ', 'www.melody.example'],
    ['melody.example.', 'melody.example'],
    ['müsik.example', 'xn--msik-0ra.example'],
    ['melody.example:443', 'melody.example'],
  ])('%s is read as %s', (typed, host) => expect(addDomainForm.parse({ host: typed })).toEqual({ host }))

  it.each(['', 'melody', '127.0.0.1', '[::1]', '-a.example', 'a b.example', 'under_score.example', `${'x'.repeat(64)}.example`])('%s is no domain', (typed) => {
    expect(addDomainForm.safeParse({ host: typed }).success).toBe(false)
  })
})
