import { expect, it } from 'vitest'
import { keepPlaces } from './keep-places.ts'

const after = (places: string, stored: string) => keepPlaces([...places], [...stored].map((id) => ({ id }))).join('')

it('keeps every entry at its place, in whatever order the list was kept before', () => {
  expect(after('abc', 'abc')).toBe('abc')
  expect(after('cab', 'abc')).toBe('cab')
  expect(after('', 'abc')).toBe('abc')
})

it('puts what is new at the end, or where an entry was emptied and something else was written', () => {
  expect(after('abc', 'abcd')).toBe('abcd')
  expect(after('abc', 'axc')).toBe('axc')
  expect(after('abc', 'xbc')).toBe('xbc')
})

it('moves nothing where an entry was emptied', () => {
  expect(after('abc', 'ac')).toBe('abc')
  expect(after('abc', 'acd')).toBe('abcd')
  expect(after('abc', '')).toBe('abc')
})
