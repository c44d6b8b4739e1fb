import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeSlug, slugify } from './slugify.ts'

it.each([
  ['Piano from the first note', 'piano-from-the-first-note'],
  ['Début à la guitare, Teil 2', 'debut-a-la-guitare-teil-2'],
  ['Größe & Œuvre', 'grosse-and-oeuvre'],
  ['Łódź: Ísland', 'lodz-island'],
  ["Don't stop", 'dont-stop'],
  ['ピアノ', 'course'],
  ['   ', 'course'],
])('makes of %s the address %s', (title, slug) => {
  expect(slugify(title)).toBe(slug)
})

it('always makes an address that the database takes and that is its own', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (title) => {
    const slug = slugify(title)
    expect(slug).toMatch(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/)
    expect(slugify(slug)).toBe(slug)
  }))
})

it('counts on until an address is free', () => {
  expect(freeSlug('piano', new Set())).toBe('piano')
  expect(freeSlug('piano', new Set(['piano', 'piano-2', 'piano-of-old']))).toBe('piano-3')
})
