import { describe, expect, it } from 'vitest'
import { planRuns } from '../../../src/platform/jobs/next-run.ts'
import { switchboard } from '../../../src/switchboard.ts'
import { useClerkWorld } from '../../support/clerk-world.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { agreesWithClerk } from './agrees-with-clerk.ts'
import { backfill, fullRun, load, readDrift, reconcileCtx, runTo } from './reconcile-world.ts'

const database = useTestDatabase()
const target = { url: 'http://127.0.0.1:9/api/webhooks/clerk', secret: `whsec_${Buffer.from('for events that are lost').toString('base64')}` }
const world = useClerkWorld(database, { CLERK_RATE_LIMIT: '100000' }, { webhooks: [target] })

/** Runs a job as the worker does, and whatever follows from it. */
async function runJob(name: string): Promise<void> {
  await switchboard.jobs[name]?.({ ...world().app.systemCtx, ...reconcileCtx(world()) } as never, {})
}

function minutesBetweenRuns(task: string): number {
  const [first] = planRuns(switchboard.cron, new Date('2026-03-01T00:00:00Z')).filter((one) => one.task === task)
  let [at, gapMinutes] = [first?.nextRunAt ?? new Date(0), 0]
  for (let run = 0; run < 400; run += 1) {
    const next = planRuns(switchboard.cron, at).find((one) => one.task === task)?.nextRunAt ?? new Date(8e15)
    gapMinutes = Math.max(gapMinutes, (next.getTime() - at.getTime()) / 60_000)
    at = next
  }
  return gapMinutes
}

describe('events that were lost', () => {
  it('of every kind are healed by the job of each five minutes, as soon as it ran', { timeout: 180_000 }, async () => {
    const { sdk, emulator } = world()
    emulator.setFaults({ webhooks: [{ kind: 'drop', times: null }] })
    await load(world(), { users: 600, organizations: 8, membershipsPerUser: 1 })
    await runTo('done', backfill(reconcileCtx(world())))
    expect(await agreesWithClerk(world(), database())).toEqual([])
    // A day later: what was changed long ago is not looked at again.
    emulator.clock.advance(86_400)

    const people = emulator.state().users.oldestFirst().map(({ id }) => id)
    const schools = emulator.state().organizations.oldestFirst().map(({ id }) => id)
    const lost = {
      async 'user.created'() { await sdk.users.createUser({ emailAddress: ['new@lost.example'], firstName: 'New' }) },
      async 'user.updated'() { await sdk.users.updateUser(people[300] ?? '', { firstName: 'Changed' }) },
      async 'user.deleted'() { await sdk.users.deleteUser(people[301] ?? '') },
      async 'organization.created'() { await sdk.organizations.createOrganization({ name: 'New school', slug: 'new-school', createdBy: people[302] ?? '' }) },
      async 'organization.updated'() { await sdk.organizations.updateOrganization(schools[1] ?? '', { name: 'Changed' }) },
      async 'organization.deleted'() { await sdk.organizations.deleteOrganization(schools[2] ?? '') },
      async 'organizationMembership.created'() { await sdk.organizations.createOrganizationMembership({ organizationId: schools[3] ?? '', userId: people[304] ?? '', role: 'org:member' }) },
      async 'organizationMembership.updated'() { await sdk.organizations.updateOrganizationMembership({ organizationId: schools[0] ?? '', userId: people[400] ?? '', role: 'org:admin' }) },
      async 'organizationMembership.deleted'() { await sdk.organizations.deleteOrganizationMembership({ organizationId: schools[0] ?? '', userId: people[408] ?? '' }) },
    }
    for (const [type, lose] of Object.entries(lost)) {
      await lose()
      expect([...emulator.state().events.values()].some((event) => event.type === type), type).toBe(true)
      expect((await agreesWithClerk(world(), database())).length, type).toBeGreaterThan(0)
      await runJob('reconcile-recent')
      expect(await agreesWithClerk(world(), database()), type).toEqual([])
    }
  })

  it('together, a person who came and one who went, do not hide each other', { timeout: 180_000 }, async () => {
    const { sdk, emulator } = world()
    await sdk.users.createUser({ emailAddress: ['came@lost.example'], firstName: 'Came' })
    await sdk.users.deleteUser(emulator.state().users.oldestFirst()[500]?.id ?? '')
    await runJob('reconcile-recent')
    expect(await agreesWithClerk(world(), database())).toEqual([])
  })

  it('cost few calls where nothing was lost, and nobody is looked at who did not change', async () => {
    const ctx = reconcileCtx(world())
    await runJob('reconcile-recent')
    const { rows } = await database().superuser.query('select calls_sent, has_walked_users from reconcile_runs order by created_at desc limit 1')
    expect(rows).toEqual([{ calls_sent: expect.any(Number), has_walked_users: false }])
    expect(rows[0].calls_sent).toBeLessThanOrEqual(8)
    expect(await readDrift(database(), await runTo('done', fullRun(ctx)))).toEqual([])
  })

  it('of the last hour are looked for every ten minutes at least, and all others every day', () => {
    expect(minutesBetweenRuns('reconcile-recent')).toBeLessThanOrEqual(10)
    expect(minutesBetweenRuns('reconcile-all')).toBeLessThanOrEqual(1440)
  })
})
