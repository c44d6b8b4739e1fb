import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeNext } from './safe-next.ts'

const config = { scheme: 'http', baseDomain: 'coursecove.localhost:3000' } as const

describe('where to go after signing in', () => {
  it.each([
    ['http://melody.coursecove.localhost:3000/learn?x=1#two', 'http://melody.coursecove.localhost:3000/learn?x=1#two'],
    ['http://coursecove.localhost:3000/onboarding', 'http://coursecove.localhost:3000/onboarding'],
    ['/onboarding?step=2', 'http://coursecove.localhost:3000/onboarding?step=2'],
    ['/s/melody/learn', 'http://coursecove.localhost:3000/s/melody/learn'],
  ])('may be %s', (wanted, expected) => expect(safeNext(config, wanted)).toBe(expected))

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    'http:\\\\evil.example',
    '/\t/evil.example',
    'http://coursecove.localhost:3000@evil.example/',
    'http://melody.coursecove.localhost:3000.evil.example/',
    'http://evilcoursecove.localhost:3000/',
    'http://user:pass@melody.coursecove.localhost:3000/',
    'http://coursecove.localhost:3001/',
    'https://melody.coursecove.localhost:3000/',
    'http://files.coursecove.localhost:3000/x',
    'http://a.b.coursecove.localhost:3000/',
    'javascript:alert(1)',
    'data:text/html,hi',
    '',
  ])('is never %s', (wanted) => expect(safeNext(config, wanted)).toBeNull())

  it('is on our hosts or nowhere, whatever was asked for', () => {
    const pieces = fc.constantFrom('http:', 'https:', '/', '//', '\\', '@', ':3000', '.', 'evil.example', 'coursecove.localhost', 'melody', '%2f', '\t', '?', '#')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const next = safeNext(config, parts.join(''))
        if (next !== null) expect(new URL(next).host).toMatch(/^([a-z0-9-]+\.)?coursecove\.localhost:3000$/)
      }),
      { numRuns: 2000 },
    )
  })
})
