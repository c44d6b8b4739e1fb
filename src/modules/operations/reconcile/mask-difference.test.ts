import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskDifference } from './mask-difference.ts'

describe('a difference that is kept', () => {
  it('shows of a person no more than first letters', () => {
    expect(maskDifference({ field: 'email', here: 'mei.tanaka@school.example', there: null }, true)).toEqual({ field: 'email', here: 'm•••@s•••.example', there: null })
    expect(maskDifference({ field: 'name', here: 'Mei Tanaka', there: '' }, true)).toEqual({ field: 'name', here: 'M••• T•••', there: '' })
    expect(maskDifference({ field: 'verified', here: 'no', there: 'yes' }, true)).toEqual({ field: 'verified', here: 'no', there: 'yes' })
  })

  it('holds no word of a name or an address, whatever it is', () => {
    fc.assert(fc.property(fc.constantFrom('name', 'email', 'picture'), fc.string({ unit: 'grapheme', minLength: 1 }), (field, value) => {
      const { here } = maskDifference({ field, here: value, there: null }, true)
      for (const word of value.split(/[\s@.]+/).filter((one) => [...one].length > 1).slice(0, -1)) expect(here).not.toContain(word)
    }))
  })

  it('shows a school as it is: its name and address stand on its own pages', () => {
    const slug = { field: 'slug', here: 'riverside', there: 'riverside-2' }
    expect(maskDifference(slug, false)).toEqual(slug)
  })
})
