import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../tests/support/test-inbox.ts'
import { log } from '../log/log.ts'
import { DependencyNotReady, wakeWaiting } from './dependency-not-ready.ts'

const database = useTestDatabase()
let breaks = 0
let holdMs = 0
const inbox = useTestInbox(database, {
  'song.sung': { apply: (_, tx, event) => takeEffect(tx, event.eventId) },
  'song.slow': {
    async apply(_, tx, event) {
      await takeEffect(tx, event.eventId)
      await sql`select pg_sleep(${holdMs / 1000})`.execute(tx)
    },
  },
  'song.deaf': {
    async apply(_, tx, event) {
      await takeEffect(tx, event.eventId)
      await new Promise((done) => setTimeout(done, holdMs))
      await takeEffect(tx, `${event.eventId} too late`)
    },
  },
  'song.asked': {
    async prepare(_, event, signal) {
      await new Promise((done) => setTimeout(done, holdMs))
      return `${event.eventId} ${signal?.aborted ? 'in vain' : 'in time'}`
    },
    apply: (_, tx, __, prepared) => takeEffect(tx, String(prepared)),
  },
  'song.broken': {
    async apply(_, tx, event) {
      await takeEffect(tx, event.eventId)
      if (breaks-- > 0) throw new Error('a string broke')
    },
  },
  'verse.second': {
    async apply(_, tx, event) {
      const first = await sql`select 1 from test_effects where name = 'verse 1'`.execute(tx)
      if (first.rows.length === 0) throw new DependencyNotReady('verse 1')
      await takeEffect(tx, event.eventId)
    },
  },
  'verse.first': {
    async apply(_, tx) {
      await takeEffect(tx, 'verse 1')
      await wakeWaiting(tx, 'verse 1')
    },
  },
})

afterEach(async () => {
  vi.restoreAllMocks()
  breaks = 0
  holdMs = 0
  await database().superuser.query('delete from test_effects; delete from webhook_events; delete from graphile_worker._private_jobs')
})

describe('an event', () => {
  it('takes effect before its sender has the answer, and the log says so', async () => {
    const info = vi.spyOn(log, 'info')
    expect(await inbox().send({ id: 'evt_1', type: 'song.sung' })).toBe(200)
    expect(await inbox().effects()).toEqual(['evt_1'])
    expect(await inbox().row('evt_1')).toMatchObject({ status: 'completed', handled_by: 'fast', attempts: 1, deliveries: 1, error: null })
    expect(await jobs(), 'nobody has to come by').toBe(0)
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ provider: 'stripe' }), '✓ Fast path success')
  })

  it('takes effect once when it comes twice', async () => {
    await inbox().send({ id: 'evt_2', type: 'song.sung' })
    expect(await inbox().send({ id: 'evt_2', type: 'song.sung' })).toBe(200)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['evt_2'])
    expect(await inbox().row('evt_2')).toMatchObject({ deliveries: 2, status: 'completed' })
  })

  it('takes effect once when it comes fifty times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => inbox().send({ id: 'evt_50', type: 'song.sung' })))
    expect(new Set(answers)).toEqual(new Set([200]))
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['evt_50'])
    expect(await inbox().row('evt_50')).toMatchObject({ deliveries: 50, status: 'completed' })
  })

  it('of a type that nobody handles is stored and completed without effect', async () => {
    expect(await inbox().send({ id: 'evt_u', type: 'song.whistled' })).toBe(200)
    expect(await inbox().row('evt_u')).toMatchObject({ status: 'completed', event_type: 'song.whistled' })
    expect(await inbox().effects()).toEqual([])
  })

  it('with another body under the same id changes nothing: the first one counts', async () => {
    const warn = vi.spyOn(log, 'warn')
    await inbox().send({ id: 'evt_b', type: 'song.sung' })
    expect(await inbox().send({ id: 'evt_b', type: 'song.sung', body: '{"id":"evt_b","type":"song.sung","amount":1}' })).toBe(200)
    expect(await inbox().effects()).toEqual(['evt_b'])
    expect(await inbox().row('evt_b')).toMatchObject({ payload: { id: 'evt_b', type: 'song.sung' }, deliveries: 2 })
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ eventId: 'evt_b' }), expect.stringContaining('another body'))
  })

  it('is stored whatever characters its words have', async () => {
    const body = '{"id":"evt_nul","type":"song.sung","a":"x\\u0000y","b":"\\ud800","c":"\\\\u0000"}'
    expect(await inbox().send({ id: 'evt_nul', type: 'song.sung', body })).toBe(200)
    expect(await inbox().row('evt_nul')).toMatchObject({ payload: { a: 'x\ufffdy', b: '\ufffd', c: '\\u0000' } })
  })
})

describe('the door', () => {
  it('refuses a signature that does not fit, and stores nothing', async () => {
    expect(await inbox().send({ id: 'evt_f', type: 'song.sung' }, { signature: 'forged' })).toBe(400)
    expect(await inbox().row('evt_f')).toBeUndefined()
  })

  it.each([['six minutes old', -360, 400], ['six minutes ahead', 360, 400], ['four minutes old', -240, 200], ['four minutes ahead', 240, 200]])('answers a signature that is %s by what the clock allows', async (_, seconds, status) => {
    expect(await inbox().send({ id: `evt_t${seconds}`, type: 'song.sung' }, { signedAt: new Date(Date.now() + seconds * 1000) })).toBe(status)
  })

  it('refuses more than it takes', async () => {
    expect(await inbox().send({ id: 'evt_l', type: 'song.sung', body: 'x'.repeat(1024 ** 2 + 1) })).toBe(413)
  })

  it('tells the sender to come again when it cannot store', async () => {
    await database().superuser.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$;
      create trigger refuse before insert on webhook_events for each row execute function refuse()`)
    try {
      expect(await inbox().send({ id: 'evt_s', type: 'song.sung' })).toBe(503)
    } finally {
      await database().superuser.query('drop trigger refuse on webhook_events; drop function refuse()')
    }
    expect(await inbox().send({ id: 'evt_s', type: 'song.sung' })).toBe(200)
    expect(await inbox().effects()).toEqual(['evt_s'])
  })
})

describe('half a second', () => {
  it('is all that a slow handler gets: it is cancelled in the database, nothing of it stays, and the queue does it once', async () => {
    const info = vi.spyOn(log, 'info')
    holdMs = 20_000
    const before = Date.now()
    expect(await inbox().send({ id: 'evt_slow', type: 'song.slow' }, { limits: {} })).toBe(200)
    // The half second, and a quarter to cancel; the rest is for a busy machine. The handler would take twenty.
    expect(Date.now() - before).toBeLessThan(3000)
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ provider: 'stripe', outcome: 'late' }), '⏳ Queuing')
    expect(await inbox().effects()).toEqual([])
    expect(await sleepers()).toBe(0)
    expect(await inbox().row('evt_slow')).toMatchObject({ status: 'pending', attempts: 0 })

    holdMs = 0
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['evt_slow'])
    expect(await inbox().row('evt_slow')).toMatchObject({ status: 'completed', handled_by: 'queue' })
  })

  it('ends for a handler that does not notice: what it sends afterwards lands nowhere', async () => {
    holdMs = 1500
    expect(await inbox().send({ id: 'evt_deaf', type: 'song.deaf' }, { limits: {} })).toBe(200)
    await new Promise((done) => setTimeout(done, 1500))
    expect(await inbox().effects()).toEqual([])
    expect(await inbox().send({ id: 'evt_after', type: 'song.sung' })).toBe(200)
    expect(await inbox().effects()).toEqual(['evt_after'])
  })

  it('ends for a question to the provider too, and the queue asks again', async () => {
    holdMs = 900
    expect(await inbox().send({ id: 'evt_ask', type: 'song.asked' }, { limits: {} })).toBe(200)
    expect(await inbox().effects()).toEqual([])
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['evt_ask in time'])
  })
})

describe('a handler that fails', () => {
  it('is tried again, and the effect of the tries before is gone', async () => {
    breaks = 2
    expect(await inbox().send({ id: 'evt_again', type: 'song.broken' })).toBe(200)
    const row = await inbox().row('evt_again')
    expect(row).toMatchObject({ status: 'pending', attempts: 1, error: 'Error: a string broke' })
    expect(row.next_attempt_at).toBeInstanceOf(Date)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['evt_again'])
    expect(await inbox().row('evt_again')).toMatchObject({ status: 'completed', attempts: 3, error: null })
  })

  it('is given up after fifteen tries, with the reason; sent again, it is tried again', async () => {
    breaks = 15
    await inbox().send({ id: 'evt_over', type: 'song.broken' })
    await inbox().drainJobs()
    expect(await inbox().row('evt_over')).toMatchObject({ status: 'failed', attempts: 15, error: 'Error: a string broke', next_attempt_at: null })
    expect(await inbox().effects()).toEqual([])

    await inbox().send({ id: 'evt_over', type: 'song.broken' })
    await inbox().drainJobs()
    expect(await inbox().row('evt_over')).toMatchObject({ status: 'completed' })
    expect(await inbox().effects()).toEqual(['evt_over'])
  })
})

describe('an event that is early', () => {
  it('waits without using up its tries, and runs as soon as what it rests on is there', async () => {
    const info = vi.spyOn(log, 'info')
    expect(await inbox().send({ id: 'verse 2', type: 'verse.second' })).toBe(200)
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ dependency: 'verse 1' }), 'Dependencies not ready')
    expect(await inbox().row('verse 2')).toMatchObject({ status: 'pending', waiting_on: 'verse 1', attempts: 0 })
    expect(await pauseSeconds('verse 2'), 'it is woken, so looking again is not urgent').toBeCloseTo(30, 0)

    await inbox().send({ id: 'evt_first', type: 'verse.first' })
    const due = await database().superuser.query(`select 1 from graphile_worker.jobs where key = (select id::text from webhook_events where event_id = 'verse 2') and run_at <= now()`)
    expect(due.rowCount).toBe(1)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['verse 1', 'verse 2'])
    expect(await inbox().row('verse 2')).toMatchObject({ status: 'completed', waiting_on: null, attempts: 1 })
  })

  it('is given up after three days', async () => {
    await inbox().send({ id: 'verse 3', type: 'verse.second' })
    await database().superuser.query(`update webhook_events set created_at = now() - interval '4 days' where event_id = 'verse 3'`)
    await inbox().drainJobs()
    expect(await inbox().row('verse 3')).toMatchObject({ status: 'failed', error: 'Dependencies not ready: verse 1 (after 3 days)' })
  })
})

async function jobs(): Promise<number | undefined> {
  return (await database().superuser.query<{ count: number }>('select count(*)::int from graphile_worker._private_jobs')).rows[0]?.count
}

async function pauseSeconds(eventId: string): Promise<number | undefined> {
  const asked = await database().superuser.query<{ pause: number }>('select extract(epoch from next_attempt_at - last_attempt_at)::float8 as pause from webhook_events where event_id = $1', [eventId])
  return asked.rows[0]?.pause
}

async function sleepers(): Promise<number | null> {
  return (await database().superuser.query(`select 1 from pg_stat_activity where datname = current_database() and state <> 'idle' and query like '%pg_sleep%' and pid <> pg_backend_pid()`)).rowCount
}
