import { describe, expect, it } from 'vitest'
import { canWait, isOwed, type AskedDocument } from './owed.ts'

const said = (answer: 'agreed' | 'declined' | 'withdrawn', number: number) => ({ answer, number, at: new Date(0) })

describe('who is asked', () => {
  it.each([
    ['who never answered', true, null, true],
    ['who agreed to this version', true, said('agreed', 2), false],
    ['who agreed to an older one', true, said('agreed', 1), true],
    ['who refused what is now required', true, said('declined', 2), true],
    ['who never answered what is optional', false, null, true],
    ['who agreed to an older text of what is optional', false, said('agreed', 1), true],
    ['who said no to what is optional, also about a new text', false, said('declined', 1), false],
    ['who took an optional yes back', false, said('withdrawn', 1), false],
  ] as const)('%s', (_, isRequired, last, owed) => {
    expect(isOwed({ isRequired, number: 2, last })).toBe(owed)
  })
})

describe('who may put it off', () => {
  const now = new Date('2026-05-02T10:00:00Z')
  const document = (change: Partial<AskedDocument>) => ({ isRequired: true, bindingAt: new Date('2026-05-03T10:00:00Z'), last: null, wasHere: true, ...change })

  it('is who was here before, until it binds', () => {
    expect(canWait(document({}), now)).toBe(true)
    expect(canWait(document({}), new Date('2026-05-03T10:00:00Z'))).toBe(false)
    expect(canWait(document({ wasHere: false }), now)).toBe(false)
    expect(canWait(document({ wasHere: false, last: said('agreed', 1) }), now)).toBe(true)
    expect(canWait(document({ isRequired: false, wasHere: false, bindingAt: now }), now)).toBe(true)
  })
})
