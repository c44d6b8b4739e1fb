import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrate } from '../../src/platform/db/migrate.ts'

// Row level security binds the login that migrates as well: a statement that fills a new column from rows of schools
// finds none of them, and says nothing of it.

const name = `coursecove__${randomBytes(6).toString('hex')}`
const school = '01900002-0000-7000-8000-000000000001'
let superuser: pg.Client
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coursecove-before-'))
  superuser = new pg.Client({ connectionString: inject('testServer').superuserUrl })
  await superuser.connect()
  await superuser.query(`create database ${name} template template0 owner coursecove_migrate`)
})

afterAll(async () => {
  await superuser.query(`drop database if exists ${name} with (force)`)
  await superuser.end()
  rmSync(folder, { recursive: true, force: true })
})

it('courses that were there before know how many lessons they have', async () => {
  await migrateUpTo('0052')
  const before = await onDatabase()
  await before.query(`insert into organizations (id, slug, name) values ('${school}', 'before', 'Before')`)
  for (const [course, lessons] of [[1, 3], [2, 0], [3, 17]] as const) {
    const id = (kind: number) => `0190000${kind}-0000-7000-8000-${String(course).padStart(12, '0')}`
    await before.query(`insert into courses (organization_id, id, slug, title) values ('${school}', '${id(4)}', 'c${course}', 'Course ${course}')`)
    await before.query(`insert into sections (organization_id, id, course_id, title, position) values ('${school}', '${id(6)}', '${id(4)}', 'All', 0)`)
    await before.query(`insert into lessons (organization_id, id, course_id, section_id, title, kind, position)
      select '${school}', gen_random_uuid(), '${id(4)}', '${id(6)}', 'Lesson ' || n, 'text', n from generate_series(1, ${lessons}) n`)
  }

  await migrate(source(), 'db')

  const { rows } = await before.query('select slug, lesson_count from courses order by slug')
  expect(rows).toEqual([{ slug: 'c1', lesson_count: 3 }, { slug: 'c2', lesson_count: 0 }, { slug: 'c3', lesson_count: 17 }])
  const forced = await before.query(`select relname from pg_class where relname in ('courses', 'lessons') and relforcerowsecurity`)
  expect(forced.rowCount).toBe(2)
  await before.end()
})

async function migrateUpTo(last: string): Promise<void> {
  cpSync('db/functions', join(folder, 'functions'), { recursive: true })
  for (const file of readdirSync('db/migrations').filter((one) => one.slice(0, 4) <= last)) cpSync(join('db/migrations', file), join(folder, 'migrations', file))
  await migrate(source(), folder)
}

function source() {
  const { databaseUrl, appSecret } = inject('testServer')
  return { databaseUrl: onName(databaseUrl), appSecret }
}

async function onDatabase(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: onName(inject('testServer').superuserUrl) })
  await client.connect()
  return client
}

function onName(url: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
