import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { backupInstallation } from '../../bin/parts/backup-installation.ts'
import { refuseBrokenRestore, restoreMarkPath } from '../../bin/parts/broken-restore.ts'
import { restoreInstallation } from '../../bin/parts/restore-installation.ts'
import { dumpSchema } from '../../db/dump-schema.ts'
import type { DirectSource } from '../../src/platform/db/direct-connection.ts'
import { openPools } from '../../src/platform/db/pools.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openMatrix, tryIsolation } from '../isolation/matrix.ts'
import { buildWorld, type World } from '../isolation/world.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { printTables, useEmptyPlaces, type EmptyPlace } from './empty-place.ts'

const database = useTestDatabase()
const places = useEmptyPlaces()
const quiet = { say: () => {} }
let world: World
/** A file that the database promises, and what lies beside. */
const storageKey = '01900000-0000-7000-8000-00000000000a/01900000-0000-7000-8000-00000000000b.pdf'

beforeAll(async () => {
  const { superuser } = database()
  world = await buildWorld(superuser)
  // Values that a copy spoils easily, waiting jobs of both kinds, a number that was drawn and thrown away, a person of the built-in accounts.
  await superuser.query(`update organizations set name = $1 where id = $2`, ['Tab\there, line\nthere, \\N, "quotes", Ünïcödé 🎻', world.a.id])
  await superuser.query(`insert into better_auth."user" (id, name, email) values ('mei', 'Mei', 'mei@test.example')`)
  await superuser.query(`select jobs.enqueue('send-mail', '{"id":"x"}', 'send:x', now() + interval '1 day'), jobs.take_unsent(10)`)
  await superuser.query(`select nextval('graphile_worker.jobs_id_seq1')`)
  await superuser.query(`update files set status = 'refused'`)
  await superuser.query(`update files set status = 'ready', storage_key = $1, sha256 = encode(sha256('a score'), 'hex') where id = (select id from files limit 1)`, [storageKey])
})

describe('a backup, restored into an empty place', () => {
  it('has every row, every file, every number drawn and every rule of the original', { timeout: 120_000 }, async () => {
    const { dataDir, folder, made } = await backUp()
    expect(made.broken).toEqual([])
    const before = await printTables(database().superuser)
    const place = await places.make()
    const manifest = await restoreInto(place, folder)

    const after = await printTables(place.superuser)
    expect(Object.values(before).filter((print) => !print.startsWith('0 ')).length).toBeGreaterThan(30)
    expect(after).toEqual(before)
    expect(manifest.database.tables.map((table) => `${table.schema}.${table.name}`)).toContain('jobs.sends')
    expect(readFileSync(join(place.dataDir, 'files', storageKey), 'utf8')).toBe('a score')
    expect(readdirSync(place.dataDir).sort()).toEqual(['app-secret', 'emulators', 'files'])
    expect(readdirSync(dataDir).sort()).toEqual(['emulators', 'files', 'uploads'])
    const drawn = `select last_value::text || is_called as drawn from graphile_worker.jobs_id_seq1`
    expect((await place.superuser.query(drawn)).rows).toEqual((await database().superuser.query(drawn)).rows)
    expect(await schemaOf(place.source)).toBe(readFileSync('db/schema.sql', 'utf8'))
    const { rows } = await place.superuser.query(`select obj_description(oid) as mark from pg_namespace where nspname = 'cove'`)
    expect(rows).toEqual([{ mark: null }])
  })

  it('keeps the schools apart as before: the matrix finds no leak in the restored rows', { timeout: 120_000 }, async () => {
    const { folder } = await backUp()
    const place = await places.make()
    await restoreInto(place, folder)

    const superuser = poolOf(place.superuserUrl)
    const migrator = poolOf(place.source.databaseUrl)
    const pools = openPools(place.source)
    try {
      const matrix = await openMatrix({ superuser, web: pools.web, system: pools.system, auth: pools.auth, migrate: migrator }, world)
      const report = await tryIsolation(matrix)
      console.log(`isolation: ${report.cells} cells tried in a restored database, ${report.leaks.length} leaks`)
      expect(report.leaks).toEqual([])
    } finally {
      await Promise.all([superuser.end(), migrator.end(), pools.close()])
    }
  })

  it('triggers and keys work again', { timeout: 60_000 }, async () => {
    const { folder } = await backUp()
    const place = await places.make()
    await restoreInto(place, folder)
    const client = place.superuser
    const touched = `update organizations set name = 'New' where id = $1 returning updated_at > now() - interval '1 minute' as fresh`
    expect((await client.query(touched, [world.a.id])).rows).toEqual([{ fresh: true }])
    await expect(client.query(`update ledger_entries set amount_cents = 1`)).rejects.toThrow()
    await expect(client.query(`delete from users`)).rejects.toThrow(/foreign key/)
    await client.query(`insert into better_auth."user" (id, name, email) values ('kevin', 'Kevin', 'kevin@test.example')`)
    const { rows } = await client.query(`select count(*)::int as events from webhook_events where payload ->> 'id' = 'kevin'`)
    expect(rows).toEqual([{ events: 1 }])
  })
})

describe('a restore refuses', () => {
  it('a folder with something in it', async () => {
    const { folder } = await backUp()
    const place = await places.make()
    mkdirSync(place.dataDir)
    writeFileSync(join(place.dataDir, 'demo.json'), '{}')
    await expect(restoreInto(place, folder)).rejects.toThrow(/is not empty \(demo\.json\)/)
    expect(await printTables(place.superuser)).toEqual({})
  })

  it('a database in which somebody lives, and leaves them alone', { timeout: 60_000 }, async () => {
    const { folder } = await backUp()
    const place = await places.make()
    await migrate(place.source, 'db')
    await place.superuser.query(`insert into organizations (id, slug, name) values ('${world.a.id}', 'theirs', 'Theirs')`)
    const before = await printTables(place.superuser)
    const passwords = `select rolname, rolpassword from pg_authid where rolname like 'coursecove%' order by 1`
    const logins = (await place.superuser.query(passwords)).rows
    await expect(restoreInto(place, folder)).rejects.toThrow(/1 schools and 0 people live in it/)
    expect(await printTables(place.superuser)).toEqual(before)
    expect((await place.superuser.query(passwords)).rows).toEqual(logins)
    expect(await schemaOf(place.source)).toBe(readFileSync('db/schema.sql', 'utf8'))
  })

  it('a database in which CourseCove is at work', { timeout: 60_000 }, async () => {
    const { folder } = await backUp()
    const place = await places.make()
    await migrate(place.source, 'db')
    const pools = openPools(place.source)
    await pools.web.query('select 1')
    await expect(restoreInto(place, folder)).rejects.toThrow(/at work in this database \(coursecove-web\)/)
    await pools.close()
  })

  it('rows, files, lists and manifests that are not what was saved, and keeps nothing of the database', { timeout: 120_000 }, async () => {
    for (const [spoil, complaint] of spoilt) {
      const { folder } = await backUp()
      spoil(folder)
      const place = await places.make()
      await expect(restoreInto(place, folder), spoil.name).rejects.toThrow(complaint)
      const kept = await printTables(place.superuser)
      expect(kept['public.organizations'] ?? '0 ', spoil.name).toMatch(/^0 /)
    }
  })

  it('another secret than the one of the backup, unless it is told to begin with a new one', { timeout: 60_000 }, async () => {
    const { folder } = await backUp({ withSecret: false })
    const place = await places.make()
    await expect(restoreInto(place, folder, { appSecret: undefined })).rejects.toThrow(/made without the secret/)
    await expect(restoreInto(place, folder, { appSecret: 'another secret of more than 32 characters' })).rejects.toThrow(/is not the one of the backup/)
    expect(existsSync(place.dataDir)).toBe(false)
    await restoreInto(place, folder, { appSecret: undefined, isSecretNew: true })
    expect(existsSync(join(place.dataDir, 'app-secret'))).toBe(false)
  })
})

it('a restore that was broken off is begun again by the same command, before and after the rows were in', { timeout: 120_000 }, async () => {
  const { folder } = await backUp()
  const place = await places.make()
  await expect(restoreInto(place, folder, { fail: 'before' })).rejects.toThrow('cut')
  expect(() => refuseBrokenRestore(place.dataDir)).toThrow(/was broken off/)
  await expect(restoreInto(place, folder, { fail: 'after' })).rejects.toThrow('cut')
  expect(existsSync(restoreMarkPath(place.dataDir))).toBe(true)

  await restoreInto(place, folder)
  expect(() => refuseBrokenRestore(place.dataDir)).not.toThrow()
  expect(await printTables(place.superuser)).toEqual(await printTables(database().superuser))
})

it('a backup refuses a table of which some rows stay hidden, a folder that is taken, and one inside of what is saved', { timeout: 60_000 }, async () => {
  const { superuser } = database()
  await superuser.query(`alter policy all_service on offers using (price_cents > 0)`)
  await expect(backUp()).rejects.toThrow(/every row of public\.offers/)
  await superuser.query(`alter policy all_service on offers using (true)`)
  const { folder } = await backUp()
  await expect(backupInstallation({ source: database().source, dataDir: folder, folder, withSecret: false, ...quiet })).rejects.toThrow(/is not empty/)
  const dataDir = places.folder()
  await expect(backupInstallation({ source: database().source, dataDir, folder: join(dataDir, 'files/monday'), withSecret: false, ...quiet })).rejects.toThrow(/inside of what is saved/)
})

it('a backup says which promised files are missing or changed', { timeout: 60_000 }, async () => {
  const { made } = await backUp({ content: 'other bytes' })
  expect(made.broken).toEqual([`files/${storageKey} has other bytes than when it was uploaded`])
  const without = await backUp({ content: null })
  expect(without.made.broken).toEqual([`files/${storageKey} is missing`])
})

const spoilt: [(folder: string) => void, RegExp][] = [
  [function aTable(folder) { appendFileSync(join(folder, 'tables/public.users.copy.gz'), 'x') }, /users/],
  [function anOtherTable(folder) { writeFileSync(join(folder, 'tables/public.users.copy.gz'), readFileSync(join(folder, 'tables/public.reconcile_seen.copy.gz'))) }, /public\.users/],
  [function aFile(folder) { writeFileSync(join(folder, 'files/files', storageKey), 'b score') }, /is not what was saved/],
  [function aMissingFile(folder) { rmSync(join(folder, 'files/files', storageKey)) }, /could not be copied/],
  [function aWayOut(folder) { writeFileSync(join(folder, 'files.jsonl'), `${JSON.stringify({ path: '../outside', bytes: 1, sha256: '' })}\n`) }, /cannot be read/],
  [function theList(folder) { writeFileSync(join(folder, 'files.jsonl'), '') }, /is not the list/],
  [function noManifest(folder) { rmSync(join(folder, 'manifest.json')) }, /broken off/],
  [function aFigure(folder) { inManifest(folder, (text) => text.replace('"ledger, sum of all entries": "0"', '"ledger, sum of all entries": "1"')) }, /The figures differ: ledger, sum of all entries was 1, is 0/],
  [function aNewerRelease(folder) { inManifest(folder, (text) => text.replace('0001_ground.sql', '9999_later.sql')) }, /another release/],
]

function inManifest(folder: string, change: (text: string) => string): void {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

async function backUp({ withSecret = true, content = 'a score' }: { withSecret?: boolean; content?: string | null } = {}) {
  const dataDir = join(places.folder(), 'data')
  mkdirSync(join(dataDir, 'files', storageKey, '..'), { recursive: true })
  mkdirSync(join(dataDir, 'uploads'))
  mkdirSync(join(dataDir, 'emulators'))
  if (content !== null) writeFileSync(join(dataDir, 'files', storageKey), content)
  writeFileSync(join(dataDir, 'files', `${storageKey}.part`), 'half')
  writeFileSync(join(dataDir, 'uploads', 'on-its-way'), 'half')
  writeFileSync(join(dataDir, 'emulators', 'stripe.json'), '{}')
  const folder = join(places.folder(), 'backup')
  const made = await backupInstallation({ source: database().source, dataDir, folder, withSecret, ...quiet })
  return { dataDir, folder, made }
}

interface RestoreWith { appSecret?: string | undefined; isSecretNew?: boolean; fail?: 'before' | 'after' }

function restoreInto(place: EmptyPlace, folder: string, options: RestoreWith = {}) {
  const withDatabase = async <T>(work: (source: DirectSource) => Promise<T>) => {
    if (options.fail === 'before') throw new Error('cut')
    if (options.fail !== 'after') return work(place.source)
    // What happens when a later migration fails: the rows are in, the end was not reached.
    await place.superuser.query(`create function public.cut() returns event_trigger language plpgsql as $$ begin if current_query() like 'comment on schema cove is null%' then raise 'cut'; end if; end $$; create event trigger cut on ddl_command_start execute function public.cut()`)
    try {
      return await work(place.source)
    } finally {
      await place.superuser.query('drop event trigger cut; drop function public.cut()')
    }
  }
  const appSecret = 'appSecret' in options ? options.appSecret : undefined
  return restoreInstallation({ folder, dataDir: place.dataDir, appSecret, isSecretNew: options.isSecretNew ?? false, withDatabase, ...quiet })
}

async function schemaOf(source: DirectSource): Promise<string> {
  const client = new pg.Client({ connectionString: source.databaseUrl })
  await client.connect()
  try {
    return await dumpSchema(client)
  } finally {
    await client.end()
  }
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2 })
  pool.on('error', () => {})
  return pool
}
