import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../../tests/support/test-inbox.ts'
import { readInboxFilter } from './inbox-filter.schema.ts'
import { readInbox } from './read-inbox.ts'
import { readReplayChoice } from './replay-choice.schema.ts'
import { previewReplay, replayChosen } from './replay.ts'

const database = useTestDatabase()
let isBroken = true
let hold: Promise<void> | null = null
let isHeld: () => void = () => undefined
const inbox = useTestInbox(database, {
  'song.sung': {
    async apply(_, tx, event) {
      if (isBroken) throw new Error('a string broke')
      await takeEffect(tx, event.eventId)
      isHeld()
      await hold
    },
  },
})
const operator = v7()
const filterOf = (question: Record<string, string>) => readInboxFilter(new URLSearchParams(question)).filter

async function fail(names: string[]): Promise<string[]> {
  isBroken = true
  for (const id of names) await inbox().send({ id, type: 'song.sung' })
  await inbox().drainJobs()
  isBroken = false
  return Promise.all(names.map(async (name) => String((await inbox().row(name)).id)))
}

describe('a replay', () => {
  it('of some and of all that fit tries what was given up, each once, however often it is asked', async () => {
    const { ctx } = inbox().inbox
    const [first] = await fail(['evt_a1', 'evt_a2', 'evt_a3'])
    await inbox().send({ id: 'evt_a4', type: 'song.sung' })
    const all = { filter: filterOf({ text: 'evt_a', until: new Date().toISOString() }) }
    expect(await previewReplay(ctx, all)).toEqual({ failed: 3, pending: 0, completed: 1, hasMore: false })
    expect(await previewReplay(ctx, { ids: [String(first), v7()] })).toEqual({ failed: 1, pending: 0, completed: 0, hasMore: false })

    expect(await replayChosen(ctx, { ids: [String(first), v7()] }, operator)).toBe(1)
    await inbox().drainJobs()
    expect(await inbox().row('evt_a1')).toMatchObject({ status: 'completed', attempts: 1 })
    const asked = await Promise.all(Array.from({ length: 5 }, () => replayChosen(ctx, all, operator)))
    expect(asked.some((count) => count > 0)).toBe(true)
    await inbox().drainJobs()
    expect(await replayChosen(ctx, all, operator)).toBe(0)
    expect((await inbox().effects()).filter((name) => name.startsWith('evt_a')).sort()).toEqual(['evt_a1', 'evt_a2', 'evt_a3', 'evt_a4'])
  })

  it('that races a worker leaves the event to it, waits for nobody, and the effect happens once', async () => {
    const [id] = await fail(['evt_race'])
    const { ctx } = inbox().inbox
    expect(await replayChosen(ctx, { ids: [String(id)] }, operator)).toBe(1)
    let release: () => void = () => undefined
    hold = new Promise((done) => (release = done))
    const held = new Promise<void>((done) => (isHeld = done))
    const working = inbox().drainJobs()
    await held
    expect(await replayChosen(ctx, { ids: [String(id)] }, operator)).toBe(0)
    hold = null
    release()
    await working
    await inbox().drainJobs()
    expect(await inbox().row('evt_race')).toMatchObject({ status: 'completed', attempts: 1 })
    expect((await inbox().effects()).filter((name) => name === 'evt_race')).toHaveLength(1)
  })

  it('chooses nothing when its form cannot be read, and never more than it said', () => {
    expect(readReplayChoice({ all: 'yes', since: 'yesterday', until: '2026-01-01T00:00:00Z' })).toEqual({ ids: [] })
    expect(readReplayChoice({ all: 'yes', status: 'failed' })).toEqual({ ids: [] })
    expect(readReplayChoice({ ids: `x,${operator},' or true` })).toEqual({ ids: [operator] })
    expect(readReplayChoice({})).toEqual({ ids: [] })
  })
})

describe('the inbox as a list', () => {
  it('shows each event on exactly one page, the newest first, also where many came in the same millisecond', async () => {
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, created_at)
      select 'clerk', 'page_' || n, 'user.created', json_build_object('id', 'user_' || n, 'email_addresses', json_build_array('Lena' || n || '@test.example')),
        timestamptz '2026-01-01' + (n / 40) * interval '1 millisecond' + n * interval '3 microseconds' from generate_series(1, 120) n`)
    const { ctx } = inbox().inbox
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof readInbox>> = await readInbox(ctx, filterOf({ provider: 'clerk' }), cursor)
      seen.push(...page.events.map(({ eventId }) => eventId))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })

  it.each([
    [{ text: 'page_77' }, 1],
    [{ text: 'user_77' }, 1],
    [{ text: 'lena77@TEST.example' }, 1],
    [{ text: '%' }, 0],
    [{ provider: 'clerk', status: 'pending' }, 120],
    [{ provider: 'clerk', status: 'waiting' }, 0],
    [{ provider: 'clerk', type: 'user.' }, 120],
    [{ provider: 'clerk', since: '2026-01-01T00:00', until: '2026-01-01T00:00:01' }, 120],
    [{ provider: 'clerk', since: '2026-01-02T00:00' }, 0],
  ])('finds by %o', async (question, count) => {
    const { counts } = await readInbox(inbox().inbox.ctx, filterOf(question as Record<string, string>), null)
    expect(counts.open + counts.completed).toBe(count)
  })

  it('groups what is open by kind, and never by words that could name somebody', async () => {
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, status, error, waiting_on) values
      ('stripe-connect', 'k1', 'a.b', '{}', 'failed', 'TypeError: Lena has no key', null), ('stripe-connect', 'k2', 'a.b', '{}', 'failed', 'TypeError: Mei has no key', null),
      ('stripe-connect', 'k3', 'a.b', '{}', 'pending', 'clerk user user_1 is not here', 'clerk user user_1'), ('stripe-connect', 'k4', 'a.b', '{}', 'pending', 'clerk user user_2 is not here', 'clerk user user_2'),
      ('stripe-connect', 'k5', 'a.b', '{}', 'failed', 'Lena said no', null)`)
    const { kinds } = await readInbox(inbox().inbox.ctx, filterOf({}), null)
    const shown = kinds.filter(({ providers }) => providers.includes('stripe-connect')).map(({ kind, count }) => `${kind} ${count}`)
    expect(shown.sort()).toEqual(['No reason given 1', 'TypeError 2', 'Waits for clerk user 2'])
  })
})
