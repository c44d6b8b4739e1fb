import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHost } from './hosts.ts'

const base = 'coursecove.localhost:3000'

describe('a host', () => {
  it('names the school by its subdomain', () => {
    expect(readHost('melody.coursecove.localhost:3000', '/', base)).toEqual({ kind: 'school', slug: 'melody', base: '' })
  })
  it('names the school by path where there is no wildcard DNS', () => {
    expect(readHost(base, '/s/melody/courses/piano', base)).toEqual({ kind: 'school', slug: 'melody', base: '/s/melody' })
    expect(readHost(base, '/s/melody.data', base)).toEqual({ kind: 'school', slug: 'melody', base: '/s/melody' })
  })
  it('is the installation itself without a subdomain', () => {
    expect(readHost('CourseCove.localhost:3000', '/sign-in', base)).toEqual({ kind: 'installation' })
  })
  it('is unknown where it is not ours, or only looks like it', () => {
    for (const host of ['evil.example', 'melody.coursecove.localhost:3000.evil.example', 'coursecove.localhost', 'a.b.coursecove.localhost:3000', 'xcoursecove.localhost:3000', '']) {
      expect(readHost(host, '/', base)).toEqual({ kind: 'unknown' })
    }
  })
  it('never gives a school a reserved name', () => {
    expect(readHost('www.coursecove.localhost:3000', '/', base).kind).toBe('unknown')
    expect(readHost('files.coursecove.localhost:3000', '/', base).kind).toBe('files')
  })
  it('never throws and never answers with a slug that is no slug', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (host, path) => {
      const meaning = readHost(host, path, base)
      if (meaning.kind === 'school') expect(meaning.slug).toMatch(/^[a-z0-9-]{3,40}$/)
    }))
  })
})
