import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { askThenWriteAsSystem } from './as-system.ts'
import type { BoundStatement } from './prepared.ts'
import { isPreparedOn } from './trip.ts'

const database = useTestDatabase()

beforeAll(async () => {
  await database().superuser.query('create table test_trips (name text unique not null); grant select, insert on test_trips to service_role')
})
afterEach(() => database().superuser.query('delete from test_trips'))

const echo = { name: 'test-echo', text: 'select $1::text[] as texts, $2::int as number, $3::timestamptz as moment' }
const count = { name: 'test-count', text: 'select count(*) as count from test_trips' }
const write = (name: string): BoundStatement => ({ statement: { name: 'test-write', text: 'insert into test_trips values ($1)' }, values: [name] })
const names = async () => (await database().superuser.query<{ name: string }>('select name from test_trips order by name')).rows.map(({ name }) => name)

describe.each([
  { way: 'in two trips', pools: () => ({ system: database().pools.system, intake: database().pools.intake }) },
  { way: 'a statement a trip', pools: () => ({ system: database().pools.system, intake: null }) },
])('asking and then writing, $way', ({ pools }) => {
  const put = (texts: readonly string[]) => askThenWriteAsSystem(pools(), async ({ ask }) => {
    const [[found]] = await Promise.all([ask<{ count: number }>(count, []), ask(count, [])])
    return { found: found?.count, writes: texts.map(write) }
  })

  it('sees what stood before, and keeps what was decided', async () => {
    for (const round of [0, 1, 2]) expect(await put([`a${round}`, `b${round}`])).toBe(round * 2)
    expect(await names()).toEqual(['a0', 'a1', 'a2', 'b0', 'b1', 'b2'])
  })

  it('keeps nothing when one statement fails, throws that fault and goes on with the next', async () => {
    for (const round of [0, 1, 2]) {
      await expect(put(['one', 'one', 'two'])).rejects.toMatchObject({ code: '23505', constraint: 'test_trips_name_key' })
      expect(await names(), `round ${round}`).toEqual([])
    }
    expect(await put(['three'])).toBe(0)
    expect(await names()).toEqual(['three'])
  })

  it('keeps nothing when the decision fails, before a question or after it', async () => {
    const broken = (isAfter: boolean) => askThenWriteAsSystem(pools(), async ({ ask }) => {
      if (isAfter) await Promise.all([ask(count, []), ask(write('left').statement, ['left'])])
      throw new Error('undecided')
    })
    for (const isAfter of [true, false, true]) await expect(broken(isAfter)).rejects.toThrow('undecided')
    expect(await names()).toEqual([])
    expect(await put(['kept'])).toBe(0)
  })

  it('carries every text, number and moment as it is', async () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'NULL', 'null', '"', '\\', '\\"', '{a,b}', ' a ', 'a\n,b', '\\\\x00')).filter((one) => !one.includes('\0'))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text)), fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), fc.option(fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })), async (texts, number, moment) => {
        const found = await askThenWriteAsSystem(pools(), async ({ ask }) => ({ found: (await Promise.all([ask(echo, [texts, number, moment]), ask(count, [])]))[0], writes: [] }))
        expect(found).toEqual([{ texts, number, moment }])
      }),
      { numRuns: 60 },
    )
  })
})

it('travels together once the connection has prepared every statement', async () => {
  const pool = database().pools.intake
  const client = await pool?.connect()
  if (!client) throw new Error('there is no pool for it')
  try {
    expect(isPreparedOn(client, write('').statement)).toBe(true)
    expect(isPreparedOn(client, { ...count, name: 'test-never' })).toBe(false)
    expect(isPreparedOn(client, { ...count, text: 'select 1' }), 'another text under the same name').toBe(false)
  } finally {
    client.release()
  }
})
