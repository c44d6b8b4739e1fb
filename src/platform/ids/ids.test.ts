import { version } from 'uuid'
import { describe, expect, it } from 'vitest'
import { uuidV7Ids } from './ids.ts'

describe('new ids', () => {
  it('are uuids of version 7, each another one, in the order in which they were made', () => {
    const made = Array.from({ length: 20_000 }, () => uuidV7Ids.next())
    expect(new Set(made).size).toBe(made.length)
    expect(made).toEqual([...made].sort())
    expect(new Set(made.map(version))).toEqual(new Set([7]))
  })

  it('begin with the time', () => {
    const before = Date.now()
    const id = uuidV7Ids.next()
    const at = parseInt(id.replaceAll('-', '').slice(0, 12), 16)
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThanOrEqual(Date.now())
  })

  it('share no more than chance between the random parts', () => {
    const tails = Array.from({ length: 5000 }, () => uuidV7Ids.next().slice(24))
    expect(new Set(tails).size).toBe(tails.length)
  })
})
