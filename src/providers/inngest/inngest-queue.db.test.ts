import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { useInngest } from '../../../tests/support/inngest-world.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../tests/support/test-inbox.ts'
import { enqueueJob } from '../../platform/jobs/enqueue-job.queries.ts'
import type { SystemCtx } from '../../platform/ctx.ts'
import type { WorkerGround } from '../../platform/jobs/run-worker.ts'
import type { JobHandler } from '../../platform/switchboard-types.ts'

const database = useTestDatabase()
let isBroken = false
const effect = (ctx: SystemCtx, name: string) => ctx.inSystem((tx) => takeEffect(tx, name))
const jobs: Record<string, JobHandler> = {
  async sing(ctx, payload) {
    if (isBroken) throw new Error('a string broke')
    await effect(ctx, `sing ${(payload as { song: string }).song}`)
  },
  async 'call-twice'(ctx) {
    await ctx.inSystem((tx) => enqueueJob(tx, 'sing', { song: 'encore' }, { key: 'encore' }))
  },
  'ring-the-hour': (ctx) => effect(ctx, 'the hour'),
}
const inbox = useTestInbox(database, {}, {})
const ground = (): WorkerGround<SystemCtx> => ({
  source: database().source,
  ctx: inbox().inbox.ctx,
  pool: database().pools.system,
  switchboard: { ...inbox().switchboard, inbox: { clerk: { 'user.created': { apply: (_, tx) => takeEffect(tx, 'a person') } }, stripe: {} }, jobs, cron: ['0 * * * * ring-the-hour'] },
})
const inngest = useInngest(ground)

beforeEach(async () => {
  isBroken = false
  inngest().emulator.setFaults({})
  await database().superuser.query('delete from test_effects; delete from graphile_worker._private_jobs; delete from jobs.sends; delete from webhook_events')
})

async function ask(song: string, options: { key?: string; delaySeconds?: number; task?: string } = {}): Promise<void> {
  await ground().ctx.inSystem((tx) => enqueueJob(tx, options.task ?? 'sing', { song }, { key: options.key ?? v7(), delaySeconds: options.delaySeconds ?? 0 }))
  inngest().queue.nudge()
}
const rows = async (): Promise<Record<string, unknown>[]> => (await database().superuser.query('select key, attempts, max_attempts, last_error, run_at, locked_by from graphile_worker._private_jobs')).rows
const effects = () => inbox().effects()
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (await holds()) return
    await new Promise((done) => setTimeout(done, 10))
  }
  expect.fail(`it did not come to hold: ${JSON.stringify({ rows: await rows(), effects: await effects(), runs: inngest().runs() })}`)
}
/** That a job was told is noted after the telling: whoever turns the time of the next one back waits for that. */
const toldIsNoted = () => until(async () => (await database().superuser.query(`select 1 from jobs.sends where again_at > now() + interval '30 seconds'`)).rowCount === 1)
const allDone = () => until(async () => (await rows()).length === 0)

describe('a job', () => {
  it('is told to Inngest after its commit, runs once, and its row goes; what it carries stays here', async () => {
    await ask('Ode')
    await allDone()
    expect(await effects()).toEqual(['sing Ode'])
    const [sent] = inngest().emulator.state().events
    expect(sent?.event).toMatchObject({ name: 'coursecove/sing', data: { task: 'sing' } })
    expect(JSON.stringify(sent)).not.toContain('Ode')
    expect((await database().superuser.query('select 1 from jobs.sends')).rows).toEqual([])
  })

  it('that was rolled back is never told', async () => {
    const before = inngest().emulator.state().events.length
    await ground().ctx.inSystem(async (tx) => {
      await enqueueJob(tx, 'sing', { song: 'none' }, { key: 'none' })
      throw new Error('no')
    }).catch(() => {})
    inngest().queue.nudge()
    await ask('next')
    await allDone()
    expect(inngest().emulator.state().events.length).toBe(before + 1)
  })

  it('asked for twice under one key before it ran, runs once', async () => {
    await ask('first', { key: 'one', delaySeconds: 3600 })
    await ask('second', { key: 'one' })
    await allDone()
    expect(await effects()).toEqual(['sing second'])
  })

  it('of later is not run before, however early it is called for', async () => {
    const before = inngest().runs().length
    await ask('later', { key: 'later', delaySeconds: 3600 })
    await until(() => inngest().runs().length > before)
    // What an earlier test planned for later stands beside it.
    for (const { dueMs } of inngest().emulator.state().planned) expect(dueMs - Date.now()).toBeGreaterThan(3_500_000)
    await until(() => {
      for (const call of inngest().emulator.state().planned) call.dueMs = 0
      inngest().emulator.clock.advance(0)
      return inngest().runs().every(({ status }) => status === 'completed')
    })
    expect([await effects(), (await rows())[0]?.attempts]).toEqual([[], 0])
  })

  it('that asks for another sends it before its call ends', async () => {
    await ask('', { task: 'call-twice' })
    await allDone()
    expect(await effects()).toEqual(['sing encore'])
  })

  it('that fails is written down, and tried again by the schedule in its row', async () => {
    isBroken = true
    await ask('Ode', { key: 'broken' })
    await until(async () => (await rows())[0]?.attempts === 1 && (await rows())[0]?.locked_by === null)
    const [row] = await rows()
    expect(row).toMatchObject({ key: 'broken', last_error: 'Error: a string broke' })
    expect((row?.run_at as Date).getTime()).toBeGreaterThan(Date.now() - 1000)
    isBroken = false
    await allDone()
    expect(await effects()).toEqual(['sing Ode'])
  })

  it('that is given up waits for a person, who lets it run again', async () => {
    isBroken = true
    await ask('Ode', { key: 'given up', delaySeconds: 1 })
    await database().superuser.query('update graphile_worker._private_jobs set attempts = max_attempts - 1')
    // Whoever looked while the row was held by that passed it over.
    inngest().queue.nudge()
    await until(async () => (await rows())[0]?.last_error !== null)
    isBroken = false
    const page = await database().superuser.query(`select id, state from jobs.list(null, null, 9)`)
    expect(page.rows).toMatchObject([{ state: 'failed' }])
    await ground().ctx.inSystem((tx) => sql`select jobs.retry(${page.rows[0]?.id})`.execute(tx))
    inngest().queue.nudge()
    await allDone()
    expect(await effects()).toEqual(['sing Ode'])
  })
})

describe('an event of the inbox', () => {
  it('of Clerk runs in process-clerk-webhook, and takes effect once however often it is called', async () => {
    inngest().emulator.setFaults({ webhooks: [{ kind: 'duplicate', count: 4, types: ['coursecove-process-clerk-webhook'] }] })
    await ground().ctx.inSystem(async (tx) => {
      const id = v7()
      await sql`insert into webhook_events (id, provider, event_id, event_type, payload, body_sha256) values (${id}, 'clerk', ${id}, 'user.created', '{}', '')`.execute(tx)
      await enqueueJob(tx, 'process-inbox-event', { id }, { key: id })
    })
    inngest().queue.nudge()
    await allDone()
    expect(await effects()).toEqual(['a person'])
    expect(inngest().runs().at(-1)).toMatchObject({ name: 'process-clerk-webhook' })
    expect((await database().superuser.query('select status, attempts, handled_by from webhook_events')).rows).toEqual([{ status: 'completed', attempts: 1, handled_by: 'queue' }])
  })

  it('that the fast path has finished is not told at all', async () => {
    const before = inngest().emulator.state().events.length
    const id = v7()
    await database().superuser.query(`insert into webhook_events (id, provider, event_id, event_type, payload, body_sha256, status) values ($1::uuid, 'clerk', $2, 'user.created', '{}', '', 'completed')`, [id, id])
    await ground().ctx.inSystem((tx) => enqueueJob(tx, 'process-inbox-event', { id }, { key: id, delaySeconds: 1 }))
    inngest().queue.nudge()
    await allDone()
    expect(inngest().emulator.state().events.length).toBe(before)
  })
})

describe('when something fails', () => {
  it('Inngest down: jobs wait in their rows, and run when it is back', async () => {
    await inngest().emulator.goDown()
    await ask('patience')
    await until(async () => (await database().superuser.query('select 1 from jobs.sends where times = 0')).rows.length === 1)
    await inngest().emulator.comeBack()
    await database().superuser.query('update jobs.sends set again_at = now()')
    inngest().queue.nudge()
    await allDone()
    expect(await effects()).toEqual(['sing patience'])
  })

  it('an answer of Inngest that is lost makes no second run', async () => {
    const before = inngest().runs().length
    inngest().emulator.setFaults({ api: [{ kind: 'lost_answer', path: '/e/', times: 2 }] })
    await ask('once')
    await allDone()
    expect([await effects(), inngest().runs().length]).toEqual([['sing once'], before + 1])
  })

  it('a job that Inngest never calls for is told again, as another event', async () => {
    inngest().emulator.setFaults({ webhooks: [{ kind: 'drop' }] })
    await ask('lost', { key: 'lost' })
    await until(() => inngest().runs().at(-1)?.status === 'lost')
    await toldIsNoted()
    await database().superuser.query(`update jobs.sends set again_at = now()`)
    inngest().queue.nudge()
    await allDone()
    expect(await effects()).toEqual(['sing lost'])
    const ids = inngest().emulator.state().events.map(({ event }) => event.id).filter((id) => id.startsWith('lost:'))
    expect(new Set(ids).size).toBe(2)
  })

  it('a run that never came back is freed by the clock, and the job is told again', async () => {
    await ask('stuck', { key: 'stuck', delaySeconds: 3600 })
    await toldIsNoted()
    await database().superuser.query(`update graphile_worker._private_jobs set run_at = now() - interval '1 hour', attempts = 1, locked_by = 'run:gone', locked_at = now() - interval '11 minutes'`)
    await database().superuser.query('update jobs.sends set again_at = now()')
    inngest().emulator.clock.advance(60)
    await until(async () => (await effects()).includes('sing stuck'))
  })
})

describe('the clock', () => {
  it('runs the crontab without any process of ours, and says that it was here', async () => {
    inngest().emulator.clock.advance(3600)
    await until(async () => (await effects()).includes('the hour'))
    const { rows: seen } = await database().superuser.query(`select worker_id from worker_heartbeats where seen_at > now() - interval '1 minute'`)
    expect(seen).toContainEqual({ worker_id: 'inngest' })
  })
})

describe('the address', () => {
  it.each([
    ['an unsigned call', 'POST', '{"event":{}}', 401],
    ['an unsigned look', 'GET', null, 401],
    ['what is no JSON', 'POST', 'hello', 422],
    ['too much', 'POST', `"${'x'.repeat(4 * 1024 ** 2)}"`, 413],
    ['another verb', 'DELETE', null, 404],
  ])('refuses %s', async (_, method, body, status) => {
    expect((await fetch(`${inngest().url}?fnId=coursecove-sing&stepId=step`, { method, body })).status).toBe(status)
    expect(await effects()).toEqual([])
  })

  it('registers each job and each source of events, under the address of the settings whatever Host says', async () => {
    await fetch(inngest().url, { method: 'PUT' })
    const functions = [...inngest().emulator.state().functions.values()]
    expect(functions.map(({ id }) => id.replace('coursecove-', '')).toSorted()).toEqual([
      'call-twice', 'deliver-event', 'forget-old-events', 'hear-event', 'process-clerk-webhook', 'process-stripe-webhook', 'ring-the-hour', 'sing', 'sweep-lost-jobs',
    ])
    expect(new Set(functions.map(({ url }) => new URL(url).origin))).toEqual(new Set([new URL(inngest().url).origin]))
  })
})

it('nobody but the system may run, tell or free jobs', async () => {
  const { rows: open } = await database().superuser.query(`
    select p.proname, r.rolname from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'jobs', pg_roles r
    where r.rolname in ('anon', 'authenticated', 'cove_auth_group') and p.proname not in ('enqueue', 'enqueue_in_line') and has_function_privilege(r.oid, p.oid, 'execute')`)
  expect(open).toEqual([])
  const { rows: tables } = await database().superuser.query(`select r.rolname from pg_roles r where r.rolname in ('anon', 'authenticated', 'service_role', 'cove_auth_group') and has_table_privilege(r.oid, 'jobs.sends', 'select,insert,update,delete')`)
  expect(tables).toEqual([])
})

it('switched off again, the queue in the database runs what Inngest was told of', async () => {
  await inngest().emulator.goDown()
  await ask('', { task: 'sweep-lost-jobs', key: 'told' })
  await inbox().drainJobs()
  expect(await rows()).toEqual([])
  await inngest().emulator.comeBack()
})
