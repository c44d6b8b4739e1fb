import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newLicenceKey, readLicenceKey } from './licence-key.ts'

describe('a licence key', () => {
  it('has 25 letters of the alphabet in five groups, and none is given twice', () => {
    const keys = Array.from({ length: 2000 }, newLicenceKey)
    for (const key of keys) expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is read however it was typed', () => {
    const key = 'A0B1C-D2E3F-G4H5J-K6M7N-P8Q9R'
    for (const typed of [key.toLowerCase(), key.replaceAll('-', ' '), ` ${key} `, key.replace('0', 'o').replace('1', 'l'), key.replace('1', 'i')]) expect(readLicenceKey(typed)).toBe(key)
  })

  it('is not made of what can be none', () => {
    for (const typed of ['', 'A0B1C', `${newLicenceKey()}A`, 'U'.repeat(25), '💥'.repeat(25)]) expect(readLicenceKey(typed)).toBeNull()
  })

  it('once read is read again as the same, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => {
      const read = readLicenceKey(typed)
      if (read !== null) expect(readLicenceKey(read)).toBe(read)
    }))
    expect(readLicenceKey(newLicenceKey())).not.toBeNull()
  })
})
