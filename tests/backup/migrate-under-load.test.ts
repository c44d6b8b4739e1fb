import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../../src/platform/db/free-port.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { useFaultGround } from '../faults/harness.ts'
import { startProgram } from '../faults/programs.ts'
import { visit } from '../faults/purchase-shop.ts'
import { useEmptyPlaces, type EmptyPlace } from './empty-place.ts'

// The release before this one. It is built from the history and runs as it was, while this release's migrations come
// under it; that takes minutes and a whole clone, so only the long run does it.
const releaseBefore = 'dae632d'
const isLong = process.env.COVE_LONG === '1'
const places = useEmptyPlaces()
let place: EmptyPlace
const ground = useFaultGround(() => place.source)
const school = '01900002-0000-7000-8000-000000000001'
const seen = { pages: 0, meanwhile: 0, migrations: 0 }
afterAll(() => console.log(isLong
  ? `faults: ${seen.pages} pages of the release before, ${seen.meanwhile} while ${seen.migrations} migrations ran, all well`
  : 'NOT RUN: the migrations under the pages of the release before, which are built from the history; npm run test:long runs it'))

it.runIf(isLong)('the pages of the release before answer while this release migrates under them, and afterwards', { timeout: 300_000 }, async () => {
  const old = extractRelease(places.folder())
  place = await places.make()
  migrateAsItDid(old, place)
  await fill(place.superuser)
  const port = await freePort()
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), DATA_DIR: places.folder(), DATABASE_URL: place.source.databaseUrl, APP_SECRET: place.source.appSecret }
  const web = { ...(await startProgram('old web', { path: 'build/server/server.js', cwd: old }, env, /web is listening/)), url: `http://127.0.0.1:${port}` }
  const paths = ['/', '/sign-in', '/sign-up', '/s/before', '/s/before/courses/c1', '/s/before/courses/c2', '/api/health']
  const answers: { path: string; status: number | 'broken' }[] = []
  let isOpen = true
  const visitors = [0, 1, 2].map(async (line) => {
    for (let number = line; isOpen; number += 1) {
      const path = paths[number % paths.length] ?? '/'
      answers.push({ path, status: (await visit(web, path)).status })
    }
  })
  try {
    await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(60)
    const before = answers.length
    seen.migrations = (await migrate(place.source, 'db')).applied.length
    seen.meanwhile = answers.length - before
    await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(before + seen.meanwhile + 60)
  } finally {
    isOpen = false
    await Promise.all(visitors)
    await web.kill()
  }
  seen.pages = answers.length
  expect(seen.migrations).toBeGreaterThan(0)
  expect(seen.meanwhile).toBeGreaterThan(0)
  // No worker runs here, so health is 503 by what it says; every page is well.
  expect(answers.filter(({ path, status }) => status !== (path === '/api/health' ? 503 : 200))).toEqual([])

  const now = await ground().startWeb()
  for (const path of paths.slice(0, -1)) expect([path, (await visit(now, path)).status]).toEqual([path, 200])
})

function extractRelease(folder: string): string {
  const archive = join(folder, 'release.tar')
  run('git', ['archive', '--output', archive, releaseBefore], resolve('.'))
  run('tar', ['-xf', archive, '-C', folder], folder)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  run(process.execPath, ['node_modules/@react-router/dev/bin.cjs', 'build'], folder)
  return folder
}

/** By its own code: this release's expects files that were not there yet. */
function migrateAsItDid(folder: string, { source }: EmptyPlace): void {
  const script = `import('./src/platform/db/migrate.ts').then(({ migrate }) => migrate(${JSON.stringify(source)}, 'db'))`
  run(process.execPath, ['--disable-warning=ExperimentalWarning', '--eval', script], folder)
}

function run(program: string, args: string[], cwd: string): void {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } })
  if (result.status !== 0) throw new Error(`${program} ${args[0]}: ${result.stderr || result.stdout || result.error?.message}`)
}

async function fill(superuser: pg.Client): Promise<void> {
  await superuser.query(`insert into organizations (id, slug, name) values ('${school}', 'before', 'Before')`)
  for (const course of [1, 2]) {
    const id = (kind: number) => `0190000${kind}-0000-7000-8000-${String(course).padStart(12, '0')}`
    await superuser.query(`insert into courses (organization_id, id, slug, title, status) values ('${school}', '${id(4)}', 'c${course}', 'Course ${course}', 'published')`)
    await superuser.query(`insert into sections (organization_id, id, course_id, title, position) values ('${school}', '${id(6)}', '${id(4)}', 'All', 0)`)
    await superuser.query(`insert into lessons (organization_id, id, course_id, section_id, title, kind, position)
      select '${school}', gen_random_uuid(), '${id(4)}', '${id(6)}', 'Lesson ' || n, 'text', n from generate_series(1, 5) n`)
  }
  // Enough rows that a migration takes its time over them.
  await superuser.query(`insert into users (id, name, email) select gen_random_uuid(), 'Person ' || n, 'person-' || n || '@test.example' from generate_series(1, 20000) n`)
  await superuser.query(`insert into webhook_events (id, provider, event_id, event_type, payload, occurred_at, status)
    select gen_random_uuid(), 'stripe', 'evt_' || n, 'x', jsonb_build_object('id', n), now(), 'completed' from generate_series(1, 100000) n`)
}
