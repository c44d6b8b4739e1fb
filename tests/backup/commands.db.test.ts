import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { listMigrations } from '../../src/platform/db/migrate.ts'
import { buildWorld } from '../isolation/world.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { printTables, useEmptyPlaces, type EmptyPlace } from './empty-place.ts'

// The commands as an operator gives them, each in a process of its own.

const database = useTestDatabase()
const places = useEmptyPlaces()
beforeAll(() => buildWorld(database().superuser))

it('commands connect as the role in DATABASE_MIGRATION_URL, where it is another than the one in DATABASE_URL', { timeout: 60_000 }, async () => {
  const place = await places.make()
  const everyday = new URL(place.source.databaseUrl)
  everyday.username = 'coursecove_everyday'
  everyday.password = 'of this test'
  await place.superuser.query(`create role coursecove_everyday login password 'of this test'`)
  try {
    const env = { DATABASE_URL: everyday.href, DATABASE_MIGRATION_URL: place.source.databaseUrl, DATA_DIR: place.dataDir, APP_SECRET: place.source.appSecret }
    expect(cove(env, 'migrate')).toMatchObject({ status: 0, said: expect.stringContaining(`${listMigrations('db').length} applied`) as string })
    expect(cove({ ...env, DATABASE_MIGRATION_URL: '' }, 'migrate')).toMatchObject({ status: 1 })
    const { rows } = await place.superuser.query(`select distinct tableowner from pg_tables where schemaname = 'public'`)
    expect(rows).toEqual([{ tableowner: 'coursecove_migrate' }])
  } finally {
    await place.superuser.query('drop role coursecove_everyday')
  }
})

it('backup and restore say what they did, with figures, and what else to keep', { timeout: 60_000 }, async () => {
  const place = await places.make()
  const dataDir = join(places.folder(), 'data')
  mkdirSync(dataDir)
  const folder = join(places.folder(), 'monday')
  const from = settings(database().source, dataDir)
  // The world's files are rows only.
  const made = cove(from, 'backup', folder)
  expect(made.status).toBe(1)
  expect(made.said).toMatch(/Backup .*monday, as of .*\n[^]*schools +2\n/)
  expect(made.said).toMatch(/is missing/)
  expect(made.said).toMatch(/The secret .* is not in it\. Keep it in another place/)
  expect(cove(from, 'backup', folder)).toMatchObject({ status: 1, said: expect.stringContaining('is not empty') as string })

  const restored = cove(settings(place.source, place.dataDir), 'restore', folder)
  expect(restored).toMatchObject({ status: 0, said: expect.stringMatching(/Every row and every file was compared[^]*schools +2\n[^]*may go out again/) as string })
  expect(await printTables(place.superuser)).toEqual(await printTables(database().superuser))
})

it('a command that lacks its words says what they are, and changes nothing', () => {
  const dataDir = join(places.folder(), 'data')
  const env = { DATA_DIR: dataDir, DATABASE_URL: '' }
  expect(cove(env, 'backup')).toMatchObject({ status: 1, said: expect.stringContaining('cove -- backup <folder>') as string })
  expect(cove(env, 'restore')).toMatchObject({ status: 1, said: expect.stringContaining('cove -- restore <folder>') as string })
  expect(cove(env, 'restore', places.folder())).toMatchObject({ status: 1, said: expect.stringContaining('it is no backup') as string })
  expect(cove(env, 'move-database')).toMatchObject({ status: 1, said: expect.stringContaining('move-database postgres://') as string })
  expect(cove(env, 'doctor')).toMatchObject({ status: 0, said: expect.stringMatching(/database +off +not made yet/) as string })
  expect(existsSync(dataDir)).toBe(false)
})

it('a restore that was broken off is refused by backup and by the start', () => {
  const dataDir = join(places.folder(), 'data')
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'restoring.json'), JSON.stringify({ id: 'x', folder: '/backups/monday' }))
  expect(cove({ DATA_DIR: dataDir, DATABASE_URL: '' }, 'backup', join(places.folder(), 'b'))).toMatchObject({ status: 1, said: expect.stringContaining('was broken off') as string })
  const start = run({ DATA_DIR: dataDir, DATABASE_URL: '' }, 'bin/start.ts')
  expect(start).toMatchObject({ status: 1, said: expect.stringContaining('npm run cove -- restore /backups/monday') as string })
})

function settings({ databaseUrl, appSecret }: EmptyPlace['source'], dataDir: string): Record<string, string> {
  return { DATABASE_URL: databaseUrl, APP_SECRET: appSecret, DATA_DIR: dataDir }
}

function cove(env: Record<string, string>, ...words: string[]): { status: number | null; said: string } {
  return run(env, 'bin/cove.ts', ...words)
}

function run(env: Record<string, string>, ...words: string[]): { status: number | null; said: string } {
  const { PATH = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], { encoding: 'utf8', env: { PATH, ...env } })
  return { status, said: `${stdout}${stderr}` }
}
