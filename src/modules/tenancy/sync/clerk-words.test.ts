import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roleOfClerk } from './role-of-clerk.ts'
import { slugChoices } from './slug-of-clerk.ts'

describe('a role at Clerk', () => {
  it.each([
    ['org:admin', true, 'owner'],
    ['org:admin', false, 'admin'],
    ['org:member', true, 'student'],
    ['org:member', false, 'student'],
    ['org:instructor', false, 'instructor'],
    ['org:assistant', false, 'assistant'],
    ['org:guardian', false, 'guardian'],
    ['org:owner', false, 'owner'],
    ['org:treasurer', true, 'student'],
  ])('%s (made the organization: %s) is %s here', (role, isCreator, ours) => {
    expect(roleOfClerk(role, isCreator)).toBe(ours)
  })
})

describe('an address for an organization of Clerk’s', () => {
  it('is its own slug, and a number where that is taken', () => {
    expect(slugChoices({ slug: 'melody', name: 'Melody' }, 3)).toEqual(['melody', 'melody-2', 'melody-3'])
  })

  it('is never one that is kept for our own pages', () => {
    expect(slugChoices({ slug: 'admin', name: 'Admin' }, 3)).toEqual(['admin-2', 'admin-3'])
  })

  it('can be a host name whatever the slug and the name are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (slug, name) => {
        for (const choice of slugChoices({ slug, name }, 12)) expect(choice).toMatch(/^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$/)
      }),
    )
    for (const choice of slugChoices({ slug: 'a'.repeat(60), name: '' }, 200)) expect(choice.length).toBeLessThanOrEqual(40)
  })
})
