import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../tests/support/test-inbox.ts'
import type { BoundStatement } from '../db/prepared.ts'
import type { Crowd, InboxEvent, UsualEffect } from '../switchboard-types.ts'
import { DependencyNotReady } from './dependency-not-ready.ts'
import type { InboxLimits } from './inbox.ts'
import { openIntake } from './open-intake.ts'
import { usualStatement } from './store-taken.queries.ts'
import type { IncomingEvent } from './store-event.queries.ts'

const database = useTestDatabase()
let crowds: number[] = []
let holdMs = 0
let isBroken = false

const note = (names: string[]): BoundStatement => ({ statement: { name: 'test-note', text: 'insert into test_effects (name) select * from unnest($1::text[])' }, values: [names] })
const hold = (): BoundStatement => ({ statement: { name: 'test-hold', text: 'select pg_sleep($1)' }, values: [holdMs / 1000] })
const breakDown: BoundStatement = { statement: { name: 'test-break', text: 'select 1 / 0' }, values: [] }

const usually = usualStatement('test-sing', `
  held as materialized (select pg_sleep($8), 1 / $9::int),
  sung as materialized (select s.id, s.name from fresh join unnest($6::uuid[], $7::text[]) as s(id, name) using (id) cross join held),
  noted as (insert into test_effects (name) select name from sung),
  taken as (select id from sung)`)

function usualSong(events: readonly InboxEvent[]): UsualEffect {
  const songs = events.filter(({ type }) => type === 'song.sung')
  crowds.push(songs.length)
  return { statement: usually, values: [songs.map(({ id }) => id), songs.map(({ eventId }) => eventId), holdMs / 1000, isBroken ? 0 : 1] }
}

/** Those whose type says so are left to the way of those that come alone. */
function sing(_: unknown, events: readonly InboxEvent[]): Crowd {
  return {
    usually: isUsual ? usualSong(events) : null,
    keys: events.map(({ eventId }) => `singer ${eventId}`),
    brings: events.map(({ eventId }) => `song ${eventId}`),
    async look() {
      return (fresh) => {
        crowds.push(fresh.size)
        const taken = events.filter(({ id, type }) => fresh.has(id) && type === 'song.sung')
        return {
          writes: [note(taken.map(({ eventId }) => eventId)), ...(isBroken ? [breakDown] : []), hold()],
          left: events.filter(({ id, type }) => fresh.has(id) && type !== 'song.sung').map(({ id }) => id),
        }
      }
    },
  }
}

const inbox = useTestInbox(database, {
  'song.sung': { apply: (_, tx, event) => takeEffect(tx, event.eventId), together: sing },
  'song.odd': { apply: (_, tx, event) => takeEffect(tx, `${event.eventId} alone`), together: sing },
  'song.answered': {
    async apply(_, tx, event) {
      const { first } = event.payload as { first: string }
      const found = await tx.selectFrom('webhook_events').select('id').where('event_id', '=', first).where('status', '=', 'completed').executeTakeFirst()
      if (!found) throw new DependencyNotReady(`song ${first}`)
      await takeEffect(tx, event.eventId)
    },
  },
})

afterEach(async () => {
  ;[crowds, holdMs, isBroken] = [[], 0, false]
  await database().superuser.query('delete from test_effects; delete from webhook_events; delete from graphile_worker._private_jobs')
})

const came = (eventId: string, type = 'song.sung', payload: unknown = {}): IncomingEvent => ({ id: v7(), provider: 'stripe', eventId, type, payload, bodySha256: eventId, occurredAt: new Date() })
let isSentAhead = true
let isUsual = false
const intake = (limits: Partial<InboxLimits> = { fastPathMs: 10_000 }) => openIntake({ ...inbox().inbox, intakePool: isSentAhead ? database().pools.intake : null, limits })
const names = (count: number) => Array.from({ length: count }, (_, index) => `s${index}`)
const statuses = async () => (await database().superuser.query('select event_id, status, handled_by from webhook_events order by event_id')).rows
const jobs = async () => (await database().superuser.query('select count(*)::int as count from graphile_worker._private_jobs')).rows[0].count

describe.each([
  { way: 'one trip', ahead: true, usual: true },
  { way: 'two trips', ahead: true, usual: false },
  { way: 'a trip for each statement', ahead: false, usual: false },
])('events that come in a crowd, in $way', ({ ahead, usual }) => {
  beforeEach(() => {
    ;[isSentAhead, isUsual] = [ahead, usual]
  })

  it('share commits, and each takes effect once, at once, without a job', async () => {
    const door = intake()
    expect(await Promise.all(names(100).map((name) => door.take(came(name))))).toEqual(Array(100).fill(null))
    expect((await inbox().effects()).sort()).toEqual(names(100).sort())
    expect(await statuses()).toEqual(names(100).sort().map((name) => ({ event_id: name, status: 'completed', handled_by: 'fast' })))
    const { rows } = await database().superuser.query('select count(distinct xmin::text)::int as commits from webhook_events')
    expect(rows[0].commits).toBe(crowds.length)
    expect(crowds.length).toBeLessThan(10)
    expect(await jobs()).toBe(0)
  })

  it('twice, in one crowd and after it, are one', async () => {
    const door = intake()
    const answers = await Promise.all([...names(20), ...names(20)].map((name) => door.take(came(name))))
    expect(answers.filter((known) => known === null)).toHaveLength(20)
    expect(await door.take(came('s3'))).toMatchObject({ status: 'completed', bodySha256: 's3' })
    expect((await inbox().effects()).sort()).toEqual(names(20).sort())
  })

  it('at two processes at the same moment are one', async () => {
    const doors = [intake(), intake(), intake()]
    await Promise.all(doors.flatMap((door) => names(40).map((name) => door.take(came(name)))))
    expect((await inbox().effects()).sort()).toEqual(names(40).sort())
    expect(await statuses()).toHaveLength(40)
  })

  it('that are out of the ordinary go their own way, and the others do not wait for them', async () => {
    const door = intake()
    await Promise.all([...names(10).map((name) => door.take(came(name))), door.take(came('odd', 'song.odd'))])
    expect((await inbox().effects()).sort()).toEqual([...names(10), 'odd alone'].sort())
    expect(new Set((await statuses()).map(({ status }) => status))).toEqual(new Set(['completed']))
  })

  it('whose handler breaks are taken one by one, and nothing of the crowd stays', async () => {
    isBroken = true
    const door = intake()
    expect(await Promise.all(names(10).map((name) => door.take(came(name))))).toEqual(Array(10).fill(null))
    expect((await inbox().effects()).sort()).toEqual(names(10).sort())
    expect(new Set((await statuses()).map(({ status }) => status))).toEqual(new Set(['completed']))
  })

  it('that take too long are stored with their jobs, and the queue does the work', async () => {
    holdMs = 5000
    const door = intake({ fastPathMs: 300 })
    await Promise.all(names(10).map((name) => door.take(came(name))))
    expect(await inbox().effects()).toEqual([])
    expect(await statuses()).toEqual(names(10).map((name) => ({ event_id: name, status: 'pending', handled_by: null })))
    expect(await jobs()).toBe(10)

    await inbox().drainJobs()
    expect((await inbox().effects()).sort()).toEqual(names(10).sort())
    expect(new Set((await statuses()).map((row) => row.handled_by))).toEqual(new Set(['queue']))
  })

  it('wake who waited for them', async () => {
    const door = intake()
    await door.take(came('answer', 'song.answered', { first: 's1' }))
    expect(await inbox().row('answer')).toMatchObject({ status: 'pending', waiting_on: 'song s1' })
    await door.take(came('s1'))
    const { rows } = await database().superuser.query('select run_at <= now() as due from graphile_worker._private_jobs')
    expect(rows).toEqual([{ due: true }])
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['s1', 'answer'])
  })

  it('that cannot be stored are not said to be', async () => {
    await database().superuser.query('revoke insert on webhook_events from service_role')
    const refused = await Promise.allSettled(names(3).map((name) => intake().take(came(name))))
    await database().superuser.query('grant insert on webhook_events to service_role')
    expect(refused.map((one) => one.status === 'rejected' && one.reason)).toEqual(Array(3).fill(expect.objectContaining({ code: 'not-stored', status: 503 })))
    expect(await inbox().effects()).toEqual([])
  })
})
