import { beforeAll, describe, expect, it } from 'vitest'
import { reconcile } from '../../../src/modules/operations/index.ts'
import { startRun } from '../../../src/modules/operations/reconcile/reconcile-jobs.ts'
import { clerkEnvironment, useClerkWorld } from '../../support/clerk-world.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { buildOnce } from '../build-once.ts'
import { useFaultGround } from '../harness.ts'
import { waitFor } from '../programs.ts'
import { seededChance } from '../seeded-chance.ts'
import { agreesWithClerk } from './agrees-with-clerk.ts'
import { baseOrganizations, baseUsers, plantDifferences } from './plant-differences.ts'
import { backfill, dryRun, inOrder, load, readDrift, reconcileCtx, runTo } from './reconcile-world.ts'
import { runCove } from './run-cove.ts'

const isLong = process.env.COVE_LONG === '1'
const seed = Number(process.env.COVE_SEED ?? 7)
const moreUsers = isLong ? 20_000 : 0
const kills = isLong ? 25 : 3
/** Few enough that a walk is at work for some seconds, many enough that it ends. */
const rateLimit = isLong ? 400 : 200
const killPhases = ['users', 'memberships', 'gone-users']

const database = useTestDatabase()
const world = useClerkWorld(database)
const ground = useFaultGround(() => database().source)

interface Standing {
  state: string
  phase: string
  step: number
}

async function standing(runId: string): Promise<Standing> {
  const { rows } = await database().superuser.query<Standing>('select state, phase, step from reconcile_runs where id = $1', [runId])
  if (!rows[0]) throw new Error('the walk is gone')
  return rows[0]
}

/** Everything of Clerk's that is here and has not ended. */
async function listAlive(): Promise<string[]> {
  const { rows } = await database().superuser.query<{ name: string }>(`
    select i.subject as name from user_identities i join users u on u.id = i.user_id where i.provider = 'clerk' and u.deleted_at is null
    union all select clerk_id from organizations where clerk_id is not null and deleted_at is null
    union all select clerk_id from organization_memberships where clerk_id is not null and deleted_at is null`)
  return rows.map(({ name }) => name)
}

/** What is alive at Clerk. */
function listThere(): Set<string> {
  const { users, organizations, memberships } = world().emulator.state()
  return new Set([...users.oldestFirst(), ...organizations.oldestFirst(), ...memberships.oldestFirst()].map(({ id }) => id))
}

/** Lets a worker go on with a walk, kills it in the middle, and starts another one, until so many have died. @returns where each died */
async function killWorkers(runId: string, afterEach: () => Promise<void>): Promise<string[]> {
  const chance = seededChance(seed)
  let stepBefore = 0
  const died: string[] = []
  const start = () => ground().startWorker({ ...clerkEnvironment(world().emulator), CLERK_RATE_LIMIT: String(rateLimit) })
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = await start()
    const wait = 1 + Math.floor(chance() * 2)
    await waitFor(async () => {
      const now = await standing(runId)
      if (now.state !== 'running') throw new Error(`the walk was ${now.state} in ${now.phase} before kill ${kill + 1}:\n${worker.output()}`)
      return isLong ? now.step >= stepBefore + wait : now.phase === killPhases[kill]
    })
    await new Promise((done) => setTimeout(done, chance() * 120))
    await worker.kill()
    const { phase, step } = await standing(runId)
    stepBefore = step
    died.push(phase)
    await afterEach()
  }
  const last = await start()
  await waitFor(async () => (await standing(runId)).state !== 'running', 600_000, () => last.output())
  await last.kill('SIGTERM')
  return died
}

/** What is here and at Clerk may not end, however often a walk dies. */
async function expectNobodyEnded(before: readonly string[]): Promise<void> {
  const [alive, there] = [new Set(await listAlive()), listThere()]
  expect(before.filter((name) => there.has(name) && !alive.has(name))).toEqual([])
}

describe('a walk whose process is killed in its middle, again and again', () => {
  beforeAll(buildOnce, 240_000)

  it('goes on by itself with the next worker, and heals what is different and nothing else', { timeout: 1_800_000 }, async () => {
    const ctx = reconcileCtx(world())
    await load(world(), { users: baseUsers, organizations: baseOrganizations, membershipsPerUser: 1 })
    await runTo('done', backfill(ctx))
    const planted = await plantDifferences(world(), database())
    // Nobody heard of these either: the walk has more to write, so that it can die more often.
    if (moreUsers > 0) await load(world(), { users: moreUsers, organizations: 0, membershipsPerUser: 0, prefix: 'more' })
    const before = await listAlive()

    const runId = await startRun(world().app.systemCtx, { isApplied: true, mayEndMany: false })
    if (!runId) throw new Error('another walk is at work')
    const died = await killWorkers(runId, () => expectNobodyEnded(before))

    expect((await standing(runId)).state).toBe('done')
    await expectNobodyEnded(before)
    expect(await agreesWithClerk(world(), database())).toEqual([])
    const found = await readDrift(database(), runId)
    expect(found.filter(({ standing: sort }) => sort === 'gone')).toEqual(inOrder(planted).filter(({ standing: sort }) => sort === 'gone'))
    expect(await readDrift(database(), runId, 'healed')).toEqual(found)
    expect(await readDrift(database(), await runTo('done', dryRun(ctx)))).toEqual([])
    console.log(`faults: a walk whose worker was killed ${died.length} times (${[...new Set(died)].join(', ')}; seed ${seed}) healed ${planted.length} planted differences`)
  })

  it('goes on by the same command, where a command walked', { timeout: 600_000 }, async () => {
    const { sdk, emulator } = world()
    const [gone, renamed] = [emulator.state().users.oldestFirst().slice(-15), emulator.state().users.oldestFirst().slice(-60, -20)]
    for (const { id } of gone) await sdk.users.deleteUser(id)
    for (const { id } of renamed) await sdk.users.updateUser(id, { firstName: 'Renamed again' })
    const [before, runsBefore] = [await listAlive(), await countRuns()]
    const reconcileApply = (killAfterLines?: number) => runCove(['reconcile', '--apply'], { world: world(), database: database(), rateLimit: isLong ? 100 : 20 }, killAfterLines)

    for (let kill = 0; kill < 2; kill += 1) {
      expect((await reconcileApply(2 + kill)).code).toBeNull()
      await expectNobodyEnded(before)
    }
    const { code, output } = await reconcileApply()
    expect(code, output).toBe(0)
    expect(await countRuns()).toBe(runsBefore + 1)
    await expectNobodyEnded(before)
    expect(await agreesWithClerk(world(), database())).toEqual([])
  })

  it('is gone on with by the clock, when no worker was there for a while', { timeout: 120_000 }, async () => {
    const ctx = reconcileCtx(world())
    const runId = await startRun(world().app.systemCtx, { isApplied: false, mayEndMany: false })
    const at = (minutes: number) => ({ ...ctx, clock: { now: () => new Date(Date.now() + minutes * 60_000) } })
    const byTheClock = { mode: 'recent', isApplied: true, startedBy: 'clock' } as const

    expect(await reconcile(at(0), byTheClock), 'it may still be between two jobs').toEqual({ kind: 'busy' })
    expect(await runTo('done', reconcile(at(5), byTheClock))).toBe(runId)

    const forgotten = await startRun(world().app.systemCtx, { isApplied: true, mayEndMany: false })
    expect(await runTo('done', reconcile(at(25 * 60), byTheClock))).not.toBe(forgotten)
    expect((await standing(forgotten ?? '')).state).toBe('failed')
  })
})

async function countRuns(): Promise<number> {
  const { rows } = await database().superuser.query<{ runs: number }>('select count(*)::int as runs from reconcile_runs')
  return rows[0]?.runs ?? 0
}
