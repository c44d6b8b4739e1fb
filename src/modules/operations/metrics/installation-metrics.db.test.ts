import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { makeInstallationMetrics } from './installation-metrics.ts'

const database = useTestDatabase()
const ctx: Pick<SystemCtx, 'inSystem'> = { inSystem: (work) => asSystem(database().pools.system, ({ tx }) => work(tx)) }
const atOnce = { freshMs: 0, settledMs: 0, lookBackMaxMs: 600_000 }

/** The metrics as a scrape reads them, each line by its name and labels. */
async function scrape(registry: Registry): Promise<Map<string, number>> {
  const lines = (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

function put(rows: string): Promise<unknown> {
  return database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, status, handled_by, waiting_on, occurred_at, created_at, processed_at)
    select provider, gen_random_uuid()::text, 'user.created', '{"email":"lena@test.example"}'::jsonb, status, handled_by, waiting_on, occurred_at, created_at, processed_at from (values ${rows})
    as given(provider, status, handled_by, waiting_on, occurred_at, created_at, processed_at)`)
}

const done = (provider: string, path: string, ms: number) =>
  `('${provider}', 'completed', '${path}', null::text, clock_timestamp() - interval '${ms + 1000} milliseconds', clock_timestamp() - interval '${ms} milliseconds', clock_timestamp())`

describe('the metrics of the installation', () => {
  it('count what came to an end since the last look once, whoever did it and however many look', async () => {
    const registry = new Registry()
    const metrics = makeInstallationMetrics(ctx, registry, atOnce)
    await put(done('clerk', 'fast', 20))
    await metrics.refresh()
    expect((await scrape(registry)).get('coursecove_inbox_events_completed_total{provider="clerk",path="fast"}')).toBeUndefined()

    await put([done('clerk', 'fast', 20), done('clerk', 'fast', 30), done('stripe', 'queue', 2000)].join(','))
    await Promise.all([metrics.refresh(), metrics.refresh(), metrics.refresh()])
    await metrics.refresh()
    const told = await scrape(registry)
    expect(told.get('coursecove_inbox_events_completed_total{provider="clerk",path="fast"}')).toBe(2)
    expect(told.get('coursecove_inbox_events_completed_total{provider="stripe",path="queue"}')).toBe(1)
    expect(told.get('coursecove_inbox_processing_seconds_bucket{le="0.025",provider="clerk",path="fast"}')).toBe(1)
    expect(told.get('coursecove_inbox_processing_seconds_bucket{le="0.05",provider="clerk",path="fast"}')).toBe(2)
    expect(told.get('coursecove_inbox_sync_seconds_bucket{le="1",provider="stripe"}')).toBe(0)
    expect(told.get('coursecove_inbox_sync_seconds_sum{provider="stripe"}')).toBeCloseTo(3, 2)
  })

  it('tell what is open, what the queue holds, how late it is, and when a worker was last seen', async () => {
    await put(`('clerk', 'failed', null, null::text, now(), now(), null::timestamptz), ('clerk', 'pending', null, 'clerk user user_1', now(), now() - interval '2 hours', null), ('stripe', 'pending', null, null, now(), now(), null)`)
    await ctx.inSystem(async (tx) => {
      await enqueueJob(tx, 'send-mail', { to: 'lena@test.example' }, { key: 'late' })
      await enqueueJob(tx, 'send-mail', {}, { key: 'later', delaySeconds: 600 })
    })
    await database().superuser.query(`update graphile_worker._private_jobs set run_at = now() - interval '5 minutes' where key = 'late'`)
    await database().superuser.query(`insert into worker_heartbeats (worker_id, seen_at) values ('pool-1', now() - interval '7 seconds')`)
    const registry = new Registry()
    await makeInstallationMetrics(ctx, registry, atOnce).refresh()
    const told = await scrape(registry)
    const openLines = [...told].filter(([name]) => name.startsWith('coursecove_inbox_open_events')).map(([name, count]) => `${name.slice(name.indexOf('{'))} ${count}`)
    expect(openLines.sort()).toEqual(['{provider="clerk",state="failed"} 1', '{provider="clerk",state="waiting"} 1', '{provider="stripe",state="pending"} 1'])
    expect(told.get('coursecove_inbox_oldest_pending_seconds')).toBeGreaterThan(7190)
    expect(told.get('coursecove_jobs{task="send-mail",state="queued"}')).toBe(2)
    expect(told.get('coursecove_jobs_late_seconds{task="send-mail"}')).toBeGreaterThan(290)
    expect(told.get('coursecove_worker_heartbeat_age_seconds')).toBeGreaterThanOrEqual(7)
    expect(told.get('coursecove_database_up')).toBe(1)
    expect(await registry.metrics()).not.toMatch(/lena|user_1|@/)
  })

  it('say that the database does not answer, and do not fail with it', async () => {
    const registry = new Registry()
    await makeInstallationMetrics({ inSystem: () => Promise.reject(new Error('gone')) }, registry, atOnce).refresh()
    const told = await scrape(registry)
    expect(told.get('coursecove_database_up')).toBe(0)
    expect([...told.keys()].some((name) => name.startsWith('coursecove_inbox_open_events'))).toBe(false)
  })

  it('ask the database once for many who ask at once', async () => {
    let asked = 0
    const registry = new Registry()
    const metrics = makeInstallationMetrics({ inSystem: (work) => ((asked += 1), ctx.inSystem(work)) }, registry)
    await Promise.all(Array.from({ length: 20 }, () => metrics.refresh()))
    await metrics.refresh()
    expect(asked).toBe(1)
  })
})
