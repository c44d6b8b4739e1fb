import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostOfDomain, readHost, schoolOfAddress } from './hosts.ts'

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
    for (const host of ['evil.example', 'melody.coursecove.localhost:3000.evil.example', 'coursecove.localhost', 'a.b.coursecove.localhost:3000', 'xcoursecove.localhost:3001', '127.0.0.1:3000', '[::1]:3000', 'localhost:3000', 'under_score.example:3000', 'user@www.melody.example:3000', '']) {
      expect(readHost(host, '/', base)).toEqual({ kind: 'unknown' })
    }
  })
  it('may be a school’s own domain, which the database knows', () => {
    expect(readHost('WWW.Melody.example:3000', '/s/rival', base)).toEqual({ kind: 'domain', host: 'www.melody.example', base: '' })
    expect(readHost('xcoursecove.localhost:3000', '/', base).kind).toBe('domain')
    expect(readHost('www.melody.example', '/', 'coursecove.example')).toEqual({ kind: 'domain', host: 'www.melody.example', base: '' })
    expect(readHost('www.melody.example:8080', '/', 'coursecove.example').kind).toBe('unknown')
    expect(hostOfDomain('www.melody.example', base)).toBe('www.melody.example:3000')
  })
  it('of a way to a school’s own domain is that school’s', () => {
    const address = (path: string) => `http://${base}${path}`
    expect(schoolOfAddress(address('/hand-over?to=www.melody.example&next=/'), base)).toEqual({ name: 'www.melody.example', base: '' })
    expect(schoolOfAddress(address('/hand-over?to=melody.coursecove.localhost'), base)).toEqual({ name: 'melody', base: '' })
    expect(schoolOfAddress(address('/s/melody/learn'), base)).toEqual({ name: 'melody', base: '/s/melody' })
    for (const path of ['/', '/hand-over', '/hand-over?to=', '/hand-over?to=127.0.0.1', '/other?to=www.melody.example']) expect(schoolOfAddress(address(path), base), path).toBeNull()
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
