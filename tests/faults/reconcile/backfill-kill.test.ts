import { spawn } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { clerkEnvironment, useClerkWorld } from '../../support/clerk-world.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { buildOnce } from '../build-once.ts'
import { agreesWithClerk } from './agrees-with-clerk.ts'
import { dryRun, load, readDrift, reconcileCtx, runTo } from './reconcile-world.ts'

const isLong = process.env.COVE_LONG === '1'
const users = isLong ? 100_000 : 2000
const kills = isLong ? 5 : 2

const database = useTestDatabase()
const world = useClerkWorld(database)

/** Runs the command as an operator does, and kills it once it has said so many lines. */
async function runBackfill(killAfterLines: number): Promise<{ code: number | null; output: string }> {
  const { databaseUrl, appSecret } = database().source
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl, APP_SECRET: appSecret, ...clerkEnvironment(world().emulator), CLERK_RATE_LIMIT: isLong ? '300' : '15' }
  const child = spawn(process.execPath, ['build/server/cove.js', 'backfill'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.split('\n').length > killAfterLines) child.kill('SIGKILL')
    })
  }
  return new Promise((done) => child.once('exit', (code) => done({ code, output })))
}

describe(`a first import of ${users.toLocaleString('en')} people`, () => {
  beforeAll(buildOnce, 240_000)

  it('that is killed goes on where it was; nobody is lost, nobody comes twice, nobody is ended', { timeout: 1_200_000 }, async () => {
    await load(world(), { users, organizations: 40, membershipsPerUser: 1 })
    for (let kill = 0; kill < kills; kill += 1) expect((await runBackfill(2 + kill)).code).toBeNull()
    const { rows } = await database().superuser.query('select id, step, users_walked from reconcile_runs')
    expect(rows).toHaveLength(1)
    expect(rows[0].users_walked).toBeGreaterThan(0)

    const { code, output } = await runBackfill(Number.POSITIVE_INFINITY)
    expect(code, output).toBe(0)
    expect(output).toMatch(/written in \d+ s with/)
    expect((await database().superuser.query('select count(*)::int as runs from reconcile_runs')).rows).toEqual([{ runs: 1 }])
    expect(await agreesWithClerk(world(), database())).toEqual([])
    const { rows: counted } = await database().superuser.query(`select (select count(*)::int from users) as users, (select count(*)::int from users where deleted_at is not null) as gone`)
    expect(counted).toEqual([{ users, gone: 0 }])
    expect(await readDrift(database(), await runTo('done', dryRun(reconcileCtx(world()))))).toEqual([])
    console.log(`faults: a first import of ${users} people killed ${kills} times came to the same as Clerk`)
  })
})
