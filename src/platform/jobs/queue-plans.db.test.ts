import { expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { systemClock } from '#platform/clock/clock.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { openPools } from '#platform/db/pools.ts'
import { uuidV7Ids } from '#platform/ids/ids.ts'
import { enqueueJob, withdrawJob } from './enqueue-job.queries.ts'
import { runWorker } from './run-worker.ts'

const database = useTestDatabase()
const readings = async () => (await database().superuser.query<{ whole: number; byKey: number }>(`select seq_scan::int as whole, idx_scan::int as "byKey" from pg_stat_all_tables where relid = 'graphile_worker._private_jobs'::regclass`)).rows[0] ?? { whole: NaN, byKey: NaN }
const waiting = async () => (await database().superuser.query<{ count: number }>('select count(*)::int from graphile_worker._private_jobs')).rows[0]?.count

it('finds jobs by their keys and the next one by its time, however many wait: it never reads all of them', async () => {
  const { source } = database()
  const [many, few] = [600, 80]
  await database().superuser.query(`select jobs.enqueue('later', '{}', 'later ' || n, now() + interval '1 hour') from generate_series(1, $1::int) n`, [many])
  const before = await readings()

  // Connections of its own: what they read is counted for sure when they end.
  const pools = openPools(source)
  for (let n = 0; n < few; n += 1) await asSystem(pools.system, ({ tx }) => enqueueJob(tx, 'sing', { n }, { key: `sing ${n}` }))
  for (let n = 0; n < few; n += 1) await asSystem(pools.system, ({ tx }) => withdrawJob(tx, `later ${n + 1}`))
  const sung = new Set<unknown>()
  const ctx: SystemCtx = { clock: systemClock, ids: uuidV7Ids, inSystem: (work) => asSystem(pools.system, ({ tx }) => work(tx)) }
  const worker = await runWorker({ source, ctx, pool: pools.system, switchboard: { inbox: {}, events: {}, cron: [], jobs: { sing: async (_, payload) => void sung.add(JSON.stringify(payload)), later: async () => {} } } })
  await expect.poll(() => sung.size, { timeout: 20_000 }).toBe(few)
  await worker.stop()
  await worker.ended
  await pools.close()

  expect(await waiting()).toBe(many - few)
  await expect.poll(async () => (await readings()).byKey - before.byKey).toBeGreaterThan(3 * few)
  // The worker looks through them when it starts, and for jobs of the dead.
  expect((await readings()).whole - before.whole).toBeLessThan(few / 4)
})
