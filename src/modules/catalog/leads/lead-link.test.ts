import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { readLeadLink, signLeadLink } from './lead-link.ts'

const now = new Date('2026-06-01T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 24 * 3600_000)
const link = { organizationId: v7(), leadId: v7(), purpose: 'files' } as const

describe('a lead’s link', () => {
  it('says what it was made for, for thirty days; one that ends the mails for ever', () => {
    const files = signLeadLink('a secret', link, now)
    expect(readLeadLink('a secret', files, later(29))).toEqual(link)
    expect(readLeadLink('a secret', files, later(31))).toBeNull()
    const stop = signLeadLink('a secret', { ...link, purpose: 'stop' }, now)
    expect(readLeadLink('a secret', stop, later(4000))).toEqual({ ...link, purpose: 'stop' })
  })

  it('of another installation, or changed in any letter, opens nothing', () => {
    const token = signLeadLink('a secret', link, now)
    expect(readLeadLink('another', token, now)).toBeNull()
    fc.assert(fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '0', '.', '_'), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      if (changed !== token) expect(readLeadLink('a secret', changed, now)).toBeNull()
    }))
  })

  it('is not read out of what was never one', () => {
    fc.assert(fc.property(fc.string(), (word) => readLeadLink('a secret', word, now) === null))
  })
})
