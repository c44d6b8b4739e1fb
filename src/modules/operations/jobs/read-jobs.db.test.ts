import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { readJobs, retryJob } from './read-jobs.ts'

const database = useTestDatabase()
const ctx: Pick<SystemCtx, 'inSystem' | 'clock'> = { clock: systemClock, inSystem: (work) => asSystem(database().pools.system, ({ tx }) => work(tx)) }
const list = (state: Parameters<typeof readJobs>[1]['state'] = null, cursor: string | null = null) => readJobs(ctx, { state, cursor, cron: ['0 4 * * * each-night'] })

async function put(key: string, change = ''): Promise<string> {
  await ctx.inSystem((tx) => enqueueJob(tx, 'sing', { name: 'Lena' }, { key, delaySeconds: 60 }))
  if (change) await database().superuser.query(`update graphile_worker._private_jobs set ${change} where key = $1`, [key])
  return String((await database().superuser.query('select id from graphile_worker._private_jobs where key = $1', [key])).rows[0].id)
}

describe('the queue, as the operator sees it', () => {
  it('names each job by its state, and what by the clock comes next; never what a job carries', async () => {
    await put('queued')
    await put('again', `attempts = 2, last_error = 'TypeError: lena@test.example is nobody'`)
    await put('given-up', 'attempts = max_attempts')
    await put('at-work', `locked_at = now(), locked_by = 'worker-1'`)
    const page = await list()
    expect(page.jobs.map(({ state }) => state)).toEqual(['running', 'failed', 'retrying', 'queued'])
    expect(page.jobs.map(({ lastError }) => lastError).filter(Boolean)).toEqual(['TypeError: ••• is nobody'])
    expect(JSON.stringify(page)).not.toMatch(/lena/i)
    expect(Object.fromEntries(page.counts.map(({ state, count }) => [state, count]))).toEqual({ queued: 1, running: 1, retrying: 1, failed: 1 })
    expect((await list('failed')).jobs).toHaveLength(1)
    expect(page.planned.map(({ task, nextRunAt }) => `${task} ${nextRunAt.getUTCHours()}`)).toEqual(['each-night 4'])
  })

  it('lets a job that was given up run again, once, and no other', async () => {
    const ids = { queued: await put('r-queued'), gone: await put('r-gone', 'attempts = max_attempts'), running: await put('r-running', `attempts = max_attempts, locked_at = now(), locked_by = 'worker-1'`) }
    expect(await retryJob(ctx, ids.queued, 'operator')).toBe(false)
    expect(await retryJob(ctx, ids.running, 'operator')).toBe(false)
    expect(await retryJob(ctx, '0', 'operator')).toBe(false)
    expect(await retryJob(ctx, 'none', 'operator')).toBe(false)
    expect(await Promise.all([1, 2, 3].map(() => retryJob(ctx, ids.gone, 'operator')))).toContain(true)
    expect(await retryJob(ctx, ids.gone, 'operator')).toBe(false)
    const { rows } = await database().superuser.query('select attempts, run_at <= now() as is_due from graphile_worker._private_jobs where id = $1', [ids.gone])
    expect(rows).toEqual([{ attempts: 0, is_due: true }])
  })

  it('is paged without losing a job', async () => {
    for (let n = 0; n < 60; n += 1) await put(`page-${n}`)
    const first = await list('queued')
    const second = await list('queued', first.nextCursor)
    const all = [...first.jobs, ...second.jobs].map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(first.counts.find(({ state }) => state === 'queued')?.count)
    await expect(list(null, 'x')).rejects.toMatchObject({ status: 404 })
  })
})
