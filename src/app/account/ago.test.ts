import { expect, it } from 'vitest'
import { ago } from './ago.ts'

const now = new Date('2026-11-21T12:00:00Z')

it.each([
  ['2026-11-21T11:59:30Z', 'just now'],
  ['2026-11-21T12:00:30Z', 'just now'],
  ['2026-11-21T11:48:10Z', '11 minutes ago'],
  ['2026-11-21T10:01:00Z', '1 hour ago'],
  ['2026-11-20T11:00:00Z', 'yesterday'],
  ['2026-10-20T12:00:00Z', '32 days ago'],
])('%s is %s', (then, words) => {
  expect(ago(new Date(then), now)).toBe(words)
})

it('says nothing nearer than what is noted', () => {
  expect(ago(new Date('2026-11-21T11:55:30Z'), now, 300)).toBe('just now')
})
