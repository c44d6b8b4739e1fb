import { v7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildSchool } from '../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { forgetOldEvents } from './forget-old-events.ts'

const database = useTestDatabase()
const ask = async (text: string, values: unknown[] = []) => (await database().superuser.query<Record<string, unknown>>(text, values)).rows
const forget = (retention = { doneDays: 30, failedDays: 180 }) => {
  const inSystem: SystemCtx['inSystem'] = (work) => asSystem(database().pools.system, ({ tx }) => work(tx))
  return forgetOldEvents({ inSystem }, retention)
}
const store = (status: string, daysAgo: number, count = 1) =>
  ask(
    `insert into webhook_events (provider, event_id, event_type, payload, status, created_at)
     select 'stripe', $1 || n, 'song.sung', '{}', $2, now() - make_interval(days => $3) - interval '1 minute' from generate_series(1, $4) n`,
    [v7(), status, daysAgo, count],
  )
const left = async () => (await ask(`select status, extract(day from now() - created_at)::int as days, count(*)::int from webhook_events group by 1, 2 order by 1, 2`)).map((row) => Object.values(row))

describe('events that are old', () => {
  beforeEach(() => ask('truncate webhook_events'))

  it('are forgotten once done for as long as the setting says, later when given up, and never while they wait', async () => {
    for (const status of ['completed', 'failed', 'pending']) for (const daysAgo of [29, 30, 179, 180, 900]) await store(status, daysAgo)
    expect(await forget()).toMatchObject({ done: 4, failed: 2 })
    expect(await left()).toEqual([['completed', 29, 1], ['failed', 29, 1], ['failed', 30, 1], ['failed', 179, 1], ...[29, 30, 179, 180, 900].map((days) => ['pending', days, 1])])
    expect(await forget({ doneDays: 7, failedDays: 7 })).toMatchObject({ done: 1, failed: 3 })
  })

  it('go in many small transactions, and one that somebody is at is left for the next time', async () => {
    await store('completed', 40, 2500)
    const held = await database().superuser.connect()
    try {
      await held.query(`begin; select id from webhook_events limit 1 for update`)
      expect(await forget()).toMatchObject({ done: 2499 })
      await held.query('rollback')
    } finally {
      held.release()
    }
    expect(await forget()).toMatchObject({ done: 1 })
  })

  it('of the outbox go when everyone has heard them', async () => {
    const { organizationId } = await buildSchool(database(), `old-${v7().slice(-6)}`)
    const tell = async (status: string, daysAgo: number) => {
      const [event] = await ask(`insert into outbox_events (organization_id, id, name, payload, fanned_out_at) values ($1, $2, 'song.sung', '{}', now() - make_interval(days => $3)) returning id`, [organizationId, v7(), daysAgo])
      await ask(`insert into outbox_deliveries (organization_id, event_id, subscriber, status) values ($1, $2, 'choir', $3)`, [organizationId, event?.id, status])
    }
    await tell('completed', 31)
    await tell('completed', 1)
    await tell('failed', 31)
    expect(await forget()).toMatchObject({ facts: 1 })
    expect(await ask('select count(*)::int as facts from outbox_events')).toEqual([{ facts: 2 }])
  })
})
