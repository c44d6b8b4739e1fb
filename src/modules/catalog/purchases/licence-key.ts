import { randomBytes } from 'node:crypto'

// Crockford's alphabet: no I, L, O or U, so a key that is read aloud or typed off paper stays itself.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [groups, groupLength] = [5, 5]

/**
 * A new licence key of 125 random bits, such as `7K2QF-…`.
 *
 * @see https://www.crockford.com/base32.html
 */
export function newLicenceKey(): string {
  const bytes = randomBytes(groups * groupLength)
  // Of each byte five bits: 32 letters, none more likely than another.
  const all = [...bytes].map((byte) => letters[byte % letters.length]).join('')
  return (all.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')
}

/**
 * A key as somebody typed it, brought to the form in which it is kept.
 *
 * @returns null for what can be no key
 * @example
 * readLicenceKey(' 7k2qf o1l2m …') // letters in capitals, O read as 0, I and L as 1
 */
export function readLicenceKey(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (plain.length !== groups * groupLength || [...plain].some((letter) => !letters.includes(letter))) return null
  return (plain.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')
}
