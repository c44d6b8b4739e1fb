import { beforeAll, describe, expect, it } from 'vitest'
import { useClerkWorld } from '../../support/clerk-world.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { buildOnce } from '../build-once.ts'
import { agreesWithClerk } from './agrees-with-clerk.ts'
import { dryRun, load, readDrift, reconcileCtx, runTo } from './reconcile-world.ts'
import { runCove } from './run-cove.ts'

const isLong = process.env.COVE_LONG === '1'
const users = isLong ? 100_000 : 2000
const kills = isLong ? 5 : 2

const database = useTestDatabase()
const world = useClerkWorld(database)

const runBackfill = (killAfterLines?: number) => runCove(['backfill'], { world: world(), database: database(), rateLimit: isLong ? 300 : 15 }, killAfterLines)

describe(`a first import of ${users.toLocaleString('en')} people`, () => {
  beforeAll(buildOnce, 240_000)

  it('that is killed goes on where it was; nobody is lost, nobody comes twice, nobody is ended', { timeout: 1_200_000 }, async () => {
    await load(world(), { users, organizations: 40, membershipsPerUser: 1 })
    for (let kill = 0; kill < kills; kill += 1) expect((await runBackfill(2 + kill)).code).toBeNull()
    const { rows } = await database().superuser.query('select id, step, users_walked from reconcile_runs')
    expect(rows).toHaveLength(1)
    expect(rows[0].users_walked).toBeGreaterThan(0)

    const { code, output } = await runBackfill()
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
