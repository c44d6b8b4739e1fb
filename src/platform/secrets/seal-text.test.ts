import { describe, expect, it } from 'vitest'
import { CannotOpen, openSealed, sealText } from './seal-text.ts'

const appSecret = 'tests only: this secret guards nothing at all'
const mine = { purpose: 'webhook endpoint', owner: 'a school an endpoint' }

describe('a sealed text', () => {
  it('opens for the one it was sealed for, and shows nothing of itself', () => {
    const sealed = sealText(appSecret, 'whsec_quiet', mine)
    expect(sealed).not.toContain('quiet')
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('quiet')
    expect(sealText(appSecret, 'whsec_quiet', mine)).not.toBe(sealed)
    expect(openSealed(appSecret, sealed, mine)).toBe('whsec_quiet')
  })

  it.each([
    ['another owner', appSecret, { ...mine, owner: 'another school an endpoint' }],
    ['another purpose', appSecret, { ...mine, purpose: 'calendar token' }],
    ['another installation', `${appSecret}!`, mine],
  ])('does not open for %s', (_, secret, sealedFor) => {
    const sealed = sealText(appSecret, 'whsec_quiet', mine)
    expect(() => openSealed(secret, sealed, sealedFor)).toThrow(CannotOpen)
  })

  it('does not open when a bit of it was changed, or part of it is missing', () => {
    const sealed = Buffer.from(sealText(appSecret, 'whsec_quiet', mine), 'base64url')
    for (let place = 0; place < sealed.length; place += 1) {
      const spoilt = Buffer.from(sealed)
      spoilt[place] = (spoilt[place] ?? 0) ^ 1
      expect(() => openSealed(appSecret, spoilt.toString('base64url'), mine)).toThrow(CannotOpen)
    }
    expect(() => openSealed(appSecret, sealed.subarray(0, 20).toString('base64url'), mine)).toThrow(CannotOpen)
    expect(() => openSealed(appSecret, '', mine)).toThrow(CannotOpen)
  })
})
