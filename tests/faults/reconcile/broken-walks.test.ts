import { describe, expect, it } from 'vitest'
import type { FaultsWish } from '../../../emulators/core/faults.ts'
import { reconcile } from '../../../src/modules/operations/index.ts'
import { useClerkWorld } from '../../support/clerk-world.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { agreesWithClerk } from './agrees-with-clerk.ts'
import { backfill, fullRun, load, readDrift, reconcileCtx, runTo } from './reconcile-world.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

type ApiFault = NonNullable<FaultsWish['api']>[number]

/** Every kind of end that a walk can come to before its own, at every list that it reads. */
const breaks: [string, ApiFault][] = [
  ['/v1/users', { kind: 'server_error', times: null, status: 503 }],
  ['/v1/users', { kind: 'cut_off', times: null }],
  ['/v1/users', { kind: 'rate_limit', times: null, retryAfterSeconds: 0 }],
  ['/v1/organizations', { kind: 'server_error', times: null, status: 500 }],
  ['/v1/organizations', { kind: 'cut_off', times: null }],
  ['/v1/organization_memberships', { kind: 'server_error', times: null, status: 502 }],
  ['/v1/organization_memberships', { kind: 'cut_off', times: null }],
  ['/v1/organization_memberships', { kind: 'rate_limit', times: null, retryAfterSeconds: 0 }],
].map(([path, fault]) => [`${(fault as ApiFault).kind} at ${String(path)}`, { ...(fault as ApiFault), path: String(path) }])

async function countAlive(): Promise<unknown> {
  const { rows } = await database().superuser.query(`
    select (select count(*)::int from users where deleted_at is null) as users, (select count(*)::int from organizations where deleted_at is null) as organizations,
      (select count(*)::int from organization_memberships where deleted_at is null) as memberships`)
  return rows[0]
}

describe('a walk that is cut off half-way', () => {
  it('ends nothing, whatever cut it off and wherever; the next one goes on and brings here and there in line', { timeout: 300_000 }, async () => {
    const ctx = reconcileCtx(world())
    const { sdk, emulator } = world()
    await load(world(), { users: 1200, organizations: 6, membershipsPerUser: 1 })
    await runTo('done', backfill(ctx))
    for (const [what, fault] of breaks) {
      const people = emulator.state().users.oldestFirst()
      const [gone, changed] = [people.at(-5), people.at(-9)]
      await sdk.users.deleteUser(gone?.id ?? '')
      await sdk.users.updateUser(changed?.id ?? '', { firstName: what.slice(0, 20) })
      const before = await countAlive()
      // The first page goes well where there are several, so it is in the middle that the walk breaks off.
      emulator.setFaults({ api: [{ ...fault, after: fault.path === '/v1/organizations' ? 0 : 2 }] })
      const broken = await runTo('failed', fullRun(ctx))
      expect((await readDrift(database(), broken)).filter(({ standing }) => standing === 'gone'), what).toEqual([])
      expect(await countAlive(), what).toEqual(before)

      emulator.setFaults({})
      expect(await runTo('done', fullRun(ctx)), what).toBe(broken)
      expect(await agreesWithClerk(world(), database()), what).toEqual([])
    }
  })

  it('by faults that pass is not cut off: it waits as long as it is told and tries again', { timeout: 60_000 }, async () => {
    const { emulator } = world()
    emulator.setFaults({ api: [{ kind: 'rate_limit', times: 2, retryAfterSeconds: 1, path: '/v1/users' }, { kind: 'server_error', times: 2, after: 2 }, { kind: 'cut_off', times: 2, after: 3 }] })
    const run = await runTo('done', fullRun(reconcileCtx(world())))
    expect(await readDrift(database(), run)).toEqual([])
  })

  it('by hand stops at once, and ends nothing', async () => {
    const stop = new AbortController()
    const outcome = await reconcile(reconcileCtx(world()), { mode: 'full', isApplied: true, startedBy: 'command' }, { signal: stop.signal, say: () => stop.abort(new Error('stopped')) })
    expect(outcome).toMatchObject({ kind: 'failed', run: { fault: 'it was stopped' } })
    await runTo('done', fullRun(reconcileCtx(world())))
  })

  it('is not met by a second one: one at a time', { timeout: 60_000 }, async () => {
    const [one, other] = [reconcileCtx(world()), reconcileCtx(world())]
    const outcomes = await Promise.all([fullRun(one), fullRun(other)])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'done'])
  })
})

describe('a provider that is suddenly empty', () => {
  it('ends nobody until a person has looked: it may be another one', { timeout: 120_000 }, async () => {
    const ctx = reconcileCtx(world())
    await fetch(`${world().emulator.url}/_emulator/reset`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    const before = await countAlive()
    const run = await runTo('done', fullRun(ctx))
    expect((await readDrift(database(), run, 'held')).filter(({ kind }) => kind === 'user').length).toBeGreaterThan(1000)
    expect(await countAlive()).toMatchObject({ users: (before as { users: number }).users })
  })
})
