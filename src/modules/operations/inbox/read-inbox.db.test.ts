import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { reachMax, readInboxFilter } from './inbox-filter.schema.ts'
import { readInbox } from './read-inbox.ts'
import { previewReplay } from './replay.ts'

const database = useTestDatabase()
const ctx: Pick<SystemCtx, 'inSystem'> = { inSystem: (work) => asSystem(database().pools.system, ({ tx }) => work(tx)) }
const filterOf = (question: Record<string, string>) => readInboxFilter(new URLSearchParams(question)).filter
const look = (question: Record<string, string>, cursor: string | null = null) => readInbox(ctx, filterOf(question), cursor)

const eventCount = 25_000

describe('a long inbox', () => {
  beforeAll(async () => {
    await database().superuser.query(
      `insert into webhook_events (provider, event_id, event_type, payload, status, created_at)
       select 'clerk', 'msg_' || n, 'user.created', jsonb_build_object('data', jsonb_build_object('id', 'user_' || n, 'email', 'p' || n || '@test.example')), case when n % 1000 = 0 then 'failed' else 'completed' end,
         timestamptz '2026-03-01 00:00Z' + n * interval '1 second' + interval '3 microseconds' from generate_series(1, $1::int) n`,
      [eventCount],
    )
    await database().superuser.query('analyze webhook_events')
  })

  it('is paged without losing an event, also where many came in the same microsecond', async () => {
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, status, created_at)
      select 'stripe', 'evt_same_' || n, 'charge.updated', '{}', 'completed', timestamptz '2026-04-01 00:00:00.000001Z' from generate_series(1, 120) n`)
    const seen: string[] = []
    let cursor: string | null = null
    for (let page = 0; page < 4; page += 1) {
      const { events, nextCursor } = await look({}, cursor)
      seen.push(...events.map(({ eventId }) => eventId))
      cursor = nextCursor
    }
    expect(new Set(seen).size).toBe(200)
    expect(seen.slice(120, 123)).toEqual([`msg_${eventCount}`, `msg_${eventCount - 1}`, `msg_${eventCount - 2}`])
  })

  it('is read page by page from its index, and searched no further than it says', async () => {
    const found = await database().superuser.query<{ 'QUERY PLAN': string }>(
      `explain select id from webhook_events where (created_at, id) < (timestamptz '2026-03-01 05:00Z', '${v7()}'::uuid) order by created_at desc, id desc limit 51`,
    )
    expect(found.rows[0]?.['QUERY PLAN']).toContain('Limit')
    expect(found.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using webhook_events_recent/)
    expect((await look({})).lookedBackTo).toBeNull()

    const early = await look({ text: 'p7@test.example' })
    expect(early.events).toEqual([])
    const end = early.lookedBackTo
    expect(end).not.toBeNull()
    const further = await look({ text: 'p7@test.example', until: String(end?.toISOString()) })
    expect(further.events.map(({ eventId }) => eventId)).toEqual(['msg_7'])
    expect(further.lookedBackTo).toBeNull()
    expect(reachMax).toBeLessThan(eventCount)
  })

  it('finds an event by its own id however old it is, and takes no other for it', async () => {
    const { events, lookedBackTo } = await look({ text: 'msg_1' })
    expect(events.map(({ eventId }) => eventId)).toEqual(['msg_1'])
    expect(lookedBackTo).toBeNull()
    expect(await previewReplay(ctx, { filter: filterOf({ text: 'msg_1000' }) })).toEqual({ failed: 1, pending: 0, completed: 0, hasMore: false })
  })

  it('counts what is not done by itself, however much is done', async () => {
    const { counts } = await look({})
    expect(counts.open).toBe(eventCount / 1000)
    expect(counts.completed).toBeGreaterThan(10_000)
    expect(await previewReplay(ctx, { filter: filterOf({}) })).toMatchObject({ failed: counts.open, pending: 0, hasMore: false })
  })

  it('looks for what is not done as far back as it goes', async () => {
    expect((await look({ status: 'failed', text: 'p1000@test.example' })).events.map(({ eventId }) => eventId)).toEqual(['msg_1000'])
  })
})

describe('what is about a person', () => {
  it('is found by their id: their own events, their memberships as Clerk writes them, and what waits for them', async () => {
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, waiting_on, created_at) values
      ('clerk', 'msg_own', 'user.created', '{"id":"user_rui"}', null, now()), ('clerk', 'msg_of_org', 'organization.created', '{"id":"org_rui"}', null, now()),
      ('clerk', 'msg_member', 'organizationMembership.created', '{"id":"orgmem_1","organization":{"id":"org_rui"},"public_user_data":{"user_id":"user_rui"}}', null, now()),
      ('clerk', 'msg_other', 'organizationMembership.created', '{"id":"orgmem_2","organization":{"id":"org_rui"},"public_user_data":{"user_id":"user_ana"}}', 'clerk user user_rui', now())`)
    const namesOf = async (text: string) => (await look({ text })).events.map(({ eventId }) => eventId).sort()
    expect(await namesOf('user_rui')).toEqual(['msg_member', 'msg_other', 'msg_own'])
    expect(await namesOf('org_rui')).toEqual(['msg_member', 'msg_of_org', 'msg_other'])
  })
})

describe('a person', () => {
  it('is found by the id of either side and by address, with the door they came by', async () => {
    const [userId, gone] = [v7(), v7()]
    await database().superuser.query(`insert into users (id, email, name, created_by_door, deleted_at) values ($1, 'mei@test.example', 'Mei', 'first-request', null), ($2, null, '', 'webhook', now())`, [userId, gone])
    await database().superuser.query(`insert into user_identities (id, provider, subject, user_id) values ($1, 'clerk', 'user_mei', $2), ($3, 'clerk', 'user_gone', $4)`, [v7(), userId, v7(), gone])
    for (const text of ['user_mei', userId, 'MEI@test.example']) expect((await look({ text })).person).toMatchObject({ userId, door: 'first-request', isGone: false })
    expect((await look({ text: 'user_gone' })).person).toMatchObject({ isGone: true, door: 'webhook' })
    expect((await look({ text: 'user_nobody' })).person).toBeNull()
  })
})
