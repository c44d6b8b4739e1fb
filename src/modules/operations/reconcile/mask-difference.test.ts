import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskDifference } from './mask-difference.ts'

const field = fc.constantFrom('name', 'email', 'picture')
const value = fc.string({ unit: 'grapheme', minLength: 1 })

describe('a difference that is kept', () => {
  it('shows of a person no more than first letters and lengths', () => {
    expect(maskDifference({ field: 'email', here: 'mei.tanaka@school.example', there: null }, true)).toEqual({ field: 'email', here: 'm•••@s•••.example (25)', there: null })
    expect(maskDifference({ field: 'name', here: 'Mei Tanaka', there: '' }, true)).toEqual({ field: 'name', here: 'M••• T••• (10)', there: '' })
    expect(maskDifference({ field: 'verified', here: 'no', there: 'yes' }, true)).toEqual({ field: 'verified', here: 'no', there: 'yes' })
  })

  it('shows that a name changed, also where its mask does not', () => {
    expect(maskDifference({ field: 'name', here: 'Lena Bergström', there: 'Lena Berg' }, true)).toMatchObject({ here: 'L••• B••• (14)', there: 'L••• B••• (9)' })
    expect(maskDifference({ field: 'name', here: 'Lena Berg', there: 'Lena Boll' }, true)).toMatchObject({ here: 'L••• B••• (9)', there: 'L••• B••• (9), other letters' })
    expect(maskDifference({ field: 'picture', here: 'https://img.example/1', there: 'https://img.example/2' }, true)).toMatchObject({ here: 'a picture', there: 'another picture' })
  })

  it('never shows two values alike that differ', () => {
    fc.assert(fc.property(field, value, value, (name, one, other) => {
      const { here, there } = maskDifference({ field: name, here: one, there: other }, true)
      expect(here === there).toBe(one === other)
    }))
    // Names and addresses that differ in one letter alone are what a mask hides best.
    fc.assert(fc.property(fc.constantFrom('name', 'email'), fc.constantFrom('Lena Berg', 'lena@berg.example'), fc.nat({ max: 8 }), (name, text, at) => {
      const { here, there } = maskDifference({ field: name, here: text, there: `${text.slice(0, at)}x${text.slice(at + 1)}` }, true)
      expect(here).not.toBe(there)
    }))
  })

  it('holds no word of a name or an address, whatever it is', () => {
    fc.assert(fc.property(field, value, value, (name, one, other) => {
      const { here, there } = maskDifference({ field: name, here: one, there: other }, true)
      // The words of the mask itself are no secret of anybody's.
      const said = `${here} ${there}`.replaceAll(/a picture|another picture|, other letters|\(\d+\)/g, '')
      for (const word of [one, other].flatMap((text) => text.split(/[\s@.]+/).filter((part) => [...part].length > 1).slice(0, -1))) expect(said).not.toContain(word)
    }))
  })

  it('shows a school as it is: its name and address stand on its own pages', () => {
    const slug = { field: 'slug', here: 'riverside', there: 'riverside-2' }
    expect(maskDifference(slug, false)).toEqual(slug)
  })
})
