import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRange } from './read-range.ts'

/** RFC 9110 read slowly: which bytes of an array a range means. */
function slowSlice(bytes: number[], header: string): number[] | 'unsatisfiable' | 'whole' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header)
  if (!match || header === 'bytes=-') return 'whole'
  const [, first = '', last = ''] = match
  if (first !== '' && last !== '' && Number(first) > Number(last)) return 'whole'
  const chosen = bytes.filter((_, index) => (first === '' ? index >= bytes.length - Number(last) : index >= Number(first) && (last === '' || index <= Number(last))))
  return chosen.length > 0 ? chosen : 'unsatisfiable'
}

describe('a range of bytes', () => {
  it('is the same slice that reading the RFC slowly gives', () => {
    const part = fc.oneof(fc.constant(''), fc.nat(40).map(String), fc.constant('99999999999999999999'))
    fc.assert(fc.property(fc.nat(30), part, part, (size, first, last) => {
      const bytes = Array.from({ length: size }, (_, index) => index)
      const header = `bytes=${first}-${last}`
      const range = readRange(header, size)
      const read = range === null ? 'whole' : range === 'unsatisfiable' ? range : bytes.slice(range.start, range.end + 1)
      expect(read).toEqual(slowSlice(bytes, header))
    }), { numRuns: 2000 })
  })

  it.each([[null], [''], ['bytes'], ['items=0-1'], ['bytes=0-1,4-5'], ['bytes=a-b'], ['bytes=-']])('reads %s as the whole file', (header) => {
    expect(readRange(header, 10)).toBeNull()
  })
})
