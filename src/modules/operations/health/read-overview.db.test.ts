import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { readOverview } from './read-overview.ts'

const database = useTestDatabase()
const ctx: Pick<SystemCtx, 'inSystem'> = { inSystem: (work) => asSystem(database().pools.system, ({ tx }) => work(tx)) }

describe('health at a glance', () => {
  it('counts what is open whenever it came, and what was done in the window', async () => {
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, status, handled_by, waiting_on, occurred_at, created_at, processed_at)
      select 'clerk', 'h' || n, 'user.created', '{}'::jsonb, 'completed', case when n <= 90 then 'fast' else 'queue' end, null::text, now() - interval '10 minutes 5 seconds', now() - interval '10 minutes', now() - interval '10 minutes' + n * interval '10 milliseconds' from generate_series(1, 100) n
      union all select 'clerk', 'f1', 'user.created', '{}', 'failed', null, null, now(), now() - interval '2 hours', null
      union all select 'clerk', 'w1', 'user.created', '{}', 'pending', null, 'clerk user user_1', now(), now() - interval '3 days', null`)
    const { open, figures, latencies, hours } = await readOverview(ctx, 'hour')
    expect(open).toMatchObject({ pending: 1, waiting: 1, failed: 1 })
    expect(Date.now() - (open.oldestPendingAt?.getTime() ?? 0)).toBeGreaterThan(2.9 * 86_400_000)
    expect(figures).toMatchObject({ received: 100, completed: 100, failed: 0, fast: 90 })
    expect(latencies.map(({ provider, completed, fast }) => [provider, completed, fast])).toEqual([['clerk', 100, 90], [null, 100, 90]])
    const [{ here, sync } = {}] = latencies
    expect([here?.p50Ms, here?.p95Ms, here?.p99Ms].map((ms) => Math.round(ms ?? 0))).toEqual([505, 951, 990])
    expect([sync?.p50Ms, sync?.p95Ms, sync?.p99Ms].map((ms) => Math.round(ms ?? 0))).toEqual([5505, 5951, 5990])
    expect(hours).toHaveLength(24)
    const sum = (of: (hour: (typeof hours)[number]) => number) => hours.reduce((total, hour) => total + of(hour), 0)
    expect([sum(({ fast }) => fast), sum(({ queue }) => queue), sum(({ failed }) => failed)]).toEqual([90, 10, 1])
    expect(hours.every(({ hour }, index) => hour.getTime() === (hours[0]?.hour.getTime() ?? 0) + index * 3_600_000)).toBe(true)
    expect(hours[0]?.p95Ms).toBeNull()
    expect((await readOverview(ctx, 'day')).figures).toMatchObject({ received: 101, failed: 1 })
  })
})
