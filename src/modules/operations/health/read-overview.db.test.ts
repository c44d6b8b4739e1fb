import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { readOverview } from './read-overview.ts'

const database = useTestDatabase()
const ctx: Pick<SystemCtx, 'inSystem'> = { inSystem: (work) => asSystem(database().pools.system, ({ tx }) => work(tx)) }

describe('health at a glance', () => {
  it('counts what is open whenever it came, and what was done in the window', async () => {
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, status, handled_by, waiting_on, created_at, processed_at)
      select 'clerk', 'h' || n, 'user.created', '{}'::jsonb, 'completed', case when n <= 90 then 'fast' else 'queue' end, null::text, now() - interval '10 minutes', now() - interval '10 minutes' + n * interval '10 milliseconds' from generate_series(1, 100) n
      union all select 'clerk', 'f1', 'user.created', '{}', 'failed', null, null, now() - interval '2 hours', null
      union all select 'clerk', 'w1', 'user.created', '{}', 'pending', null, 'clerk user user_1', now() - interval '3 days', null`)
    const { open, figures } = await readOverview(ctx, 'hour')
    expect(open).toMatchObject({ pending: 1, waiting: 1, failed: 1 })
    expect(Date.now() - (open.oldestPendingAt?.getTime() ?? 0)).toBeGreaterThan(2.9 * 86_400_000)
    expect(figures).toMatchObject({ received: 100, completed: 100, failed: 0, fast: 90 })
    expect([figures.p50Ms, figures.p95Ms, figures.p99Ms].map((ms) => Math.round(ms ?? 0))).toEqual([505, 951, 990])
    expect((await readOverview(ctx, 'day')).figures).toMatchObject({ received: 101, failed: 1 })
  })
})
