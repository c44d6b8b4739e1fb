import { sql } from 'kysely'
import { v7 } from 'uuid'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildSchool } from '../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../tests/support/test-inbox.ts'
import { asSystem } from '../db/as-system.ts'
import { DependencyNotReady } from '../inbox/dependency-not-ready.ts'
import { sweepLostJobs } from '../jobs/sweep.queries.ts'
import { appendEvent } from './append-event.queries.ts'

const database = useTestDatabase()
let breaks = 0
let earlyTimes = 0
const inbox = useTestInbox(database, {}, {
  'song.sung': [
    { name: 'clap', hear: (_, tx, event) => takeEffect(tx, `clap ${(event.payload as { song: string }).song}`) },
    {
      name: 'stumble',
      async hear(_, tx) {
        await takeEffect(tx, 'stumble')
        if (breaks-- > 0) throw new Error('a string broke')
      },
    },
    {
      name: 'wait',
      async hear(_, tx) {
        if (earlyTimes-- > 0) throw new DependencyNotReady('the hall')
        await takeEffect(tx, 'wait')
      },
    },
  ],
})
let organizationId = ''
beforeAll(async () => {
  organizationId = (await buildSchool(database(), 'melody')).organizationId
})
beforeEach(async () => {
  breaks = 0
  earlyTimes = 0
  await database().superuser.query('delete from test_effects; delete from outbox_events; delete from graphile_worker._private_jobs')
})

async function sing(name = 'song.sung'): Promise<string> {
  const id = v7()
  await asSystem(database().pools.system, ({ tx }) => appendEvent(tx, { organizationId, id, name, payload: { song: 'Ode' } }))
  return id
}

async function deliveries(): Promise<Record<string, unknown>[]> {
  return (await database().superuser.query('select subscriber, status, attempts, error from outbox_deliveries order by subscriber')).rows
}

describe('a fact', () => {
  it('reaches each who hears it, once, however often its jobs run', async () => {
    const eventId = await sing()
    await inbox().drainJobs()
    expect((await inbox().effects()).sort()).toEqual(['clap Ode', 'stumble', 'wait'])

    const again = await database().superuser.query('select organization_id, id from outbox_deliveries')
    await asSystem(database().pools.system, async ({ tx }) => {
      await sql`select jobs.enqueue('deliver-event', ${JSON.stringify({ organizationId, eventId })}::json, 'again', now())`.execute(tx)
      for (const row of again.rows) await sql`select jobs.enqueue('hear-event', ${JSON.stringify({ organizationId, deliveryId: row.id })}::json, ${`again ${row.id}`}, now())`.execute(tx)
    })
    await inbox().drainJobs()
    expect(await inbox().effects()).toHaveLength(3)
  })

  it('is tried again only for the one who stumbled', async () => {
    breaks = 3
    await sing()
    await inbox().drainJobs()
    expect((await inbox().effects()).sort()).toEqual(['clap Ode', 'stumble', 'wait'])
    expect(await deliveries()).toMatchObject([{ subscriber: 'clap', attempts: 1 }, { subscriber: 'stumble', status: 'completed', attempts: 4 }, { subscriber: 'wait', attempts: 1 }])
  })

  it('is given up after fifteen tries, and says why', async () => {
    breaks = 99
    await sing()
    await inbox().drainJobs()
    expect((await deliveries())[1]).toEqual({ subscriber: 'stumble', status: 'failed', attempts: 15, error: 'Error: a string broke' })
  })

  it('waits for what is not there yet without using up tries', async () => {
    earlyTimes = 20
    await sing()
    await inbox().drainJobs()
    expect((await deliveries())[2]).toMatchObject({ subscriber: 'wait', attempts: 1, status: 'completed' })
  })

  it('that nobody hears is handed to nobody, and is done', async () => {
    await sing('song.hummed')
    await inbox().drainJobs()
    const found = await database().superuser.query('select fanned_out_at from outbox_events')
    expect(found.rows[0].fanned_out_at).toBeInstanceOf(Date)
    expect(await deliveries()).toEqual([])
  })

  it('whose job got lost is found by the sweep', async () => {
    await sing()
    await inbox().send({ id: `evt_${organizationId}`, type: 'song.sung' }, { limits: { fastPathMs: 0 } })
    await database().superuser.query(`delete from graphile_worker._private_jobs;
      update outbox_events set created_at = now() - interval '2 minutes';
      update webhook_events set created_at = now() - interval '2 minutes'`)
    const found = await asSystem(database().pools.system, ({ tx }) => sweepLostJobs(tx))
    expect(found).toEqual({ events: 1, facts: 1, deliveries: 0 })
    await inbox().drainJobs()
    expect(await inbox().effects()).toHaveLength(3)
    expect(await inbox().row(`evt_${organizationId}`)).toMatchObject({ status: 'completed' })
  })
})
