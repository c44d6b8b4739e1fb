import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { moveDatabase } from '../../bin/parts/move-database.ts'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { loginUrl } from '../../src/platform/db/logins.ts'
import { openPools } from '../../src/platform/db/pools.ts'
import { buildWorld, type World } from '../isolation/world.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { printTables, useEmptyPlaces } from './empty-place.ts'

const database = useTestDatabase()
const places = useEmptyPlaces()
const appSecret = 'the secret of this installation, which stays the same'
const dataDir = makeDataDir('coursecove-other-server-')
let other: EmbeddedDatabase
let superuser: pg.Client
let world: World

// Another server, whose operator gave us a role that owns an empty database, may create roles and no more.
beforeAll(async () => {
  world = await buildWorld(database().superuser)
  other = await startEmbeddedDatabase({ dataDir, appSecret: 'another operator', isForTests: true })
  superuser = new pg.Client({ connectionString: other.superuserUrl.replace(/postgres$/, 'school') })
  const operator = new pg.Client({ connectionString: other.superuserUrl })
  await operator.connect()
  await operator.query(`create role school_owner login createrole nosuperuser password 'given'`)
  await operator.query('create database school owner school_owner')
  await operator.end()
  await superuser.connect()
})
afterAll(async () => {
  await superuser?.end()
  await other?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('everything moves to a server of one\'s own, owned by an ordinary role, and the programs work there', { timeout: 60_000 }, async () => {
  const from = { databaseUrl: database().source.databaseUrl, appSecret: database().source.appSecret }
  const to = { databaseUrl: `postgres://school_owner:given@127.0.0.1:${new URL(other.url).port}/school`, appSecret }
  const before = await printTables(database().superuser)
  const figures = await moveDatabase({ from, to, dataDir: places.folder(), say: () => {} })

  expect(figures.schools).toBe('2')
  expect(await printTables(superuser)).toEqual(before)
  expect(await printTables(database().superuser)).toEqual(before)
  const { rows: owners } = await superuser.query(`select distinct tableowner from pg_tables where schemaname in ('public', 'graphile_worker') order by 1`)
  expect(owners.map((row) => row.tableowner)).toEqual(['school_owner', 'school_system'])
  const pools = openPools(to)
  const seen = await pools.web.query(`begin; set local role anon; select id from courses; rollback`)
  expect((seen as unknown as { rows: object[] }[])[2]?.rows).toEqual([])
  await pools.close()
  await asSystem(loginUrl(to, 'system'), async (client) => {
    const found = await client.query('select slug from organizations where id = $1', [world.a.id])
    expect(found.rows).toEqual([{ slug: world.a.slug }])
    await client.query(`select jobs.enqueue('send-mail', '{}', 'after:move', now())`)
  })
})

async function asSystem(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('set role service_role')
  await work(client)
  await client.end()
}
