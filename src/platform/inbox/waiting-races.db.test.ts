import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { takeEffect, useTestInbox } from '../../../tests/support/test-inbox.ts'
import { waitFor } from '../../../tests/faults/programs.ts'
import type { Tx } from '../db/transaction.ts'
import { DependencyNotReady, wakeWaiting } from './dependency-not-ready.ts'
import { processStoredEvent } from './process-stored-event.ts'

const database = useTestDatabase()

/** A place in a handler at which a test can let it stand. */
function makeGate() {
  let open: () => void = () => {}
  let arrive: () => void = () => {}
  const opened = new Promise<void>((done) => (open = done))
  const arrived = new Promise<void>((done) => (arrive = done))
  return { open, arrived, pass: () => (arrive(), opened) }
}
let afterLooking: ReturnType<typeof makeGate> | null = null
let beforeCommit: ReturnType<typeof makeGate> | null = null

const isFirstThere = async (tx: Tx) => (await sql`select from test_effects where name = 'verse 1'`.execute(tx)).rows.length > 0
const inbox = useTestInbox(database, {
  'verse.second': {
    async apply(_, tx, event) {
      const isThere = await isFirstThere(tx)
      await afterLooking?.pass()
      if (!isThere) throw new DependencyNotReady('verse 1', isFirstThere)
      await takeEffect(tx, event.eventId)
    },
  },
  'verse.first': {
    async apply(_, tx) {
      await takeEffect(tx, 'verse 1')
      await wakeWaiting(tx, 'verse 1')
      await beforeCommit?.pass()
    },
  },
})
const sing = (id: string, type: string) => inbox().send({ id, type })

afterEach(async () => {
  afterLooking = beforeCommit = null
  await database().superuser.query('delete from test_effects; delete from webhook_events; delete from graphile_worker._private_jobs')
})

/** Whether the job of an event may run now; its head start of a second at the door is not over yet. */
async function isDue(eventId: string): Promise<boolean> {
  const { rowCount } = await database().superuser.query(
    `select from graphile_worker.jobs j join webhook_events e on e.id::text = j.key where e.event_id = $1 and e.next_attempt_at <= clock_timestamp() and j.run_at <= clock_timestamp()`,
    [eventId],
  )
  return rowCount === 1
}

async function standBeforeLock(): Promise<boolean> {
  const { rowCount } = await database().superuser.query(`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`)
  return (rowCount ?? 0) > 0
}

describe('an event is not left asleep when what it waits for', () => {
  it('came between its looking and its lying down', async () => {
    afterLooking = makeGate()
    const second = sing('verse 2', 'verse.second')
    await afterLooking.arrived
    expect(await sing('evt_first', 'verse.first')).toBe(200)
    afterLooking.open()
    expect(await second).toBe(200)

    expect(await inbox().row('verse 2')).toMatchObject({ status: 'pending', attempts: 0 })
    expect(await isDue('verse 2')).toBe(true)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['verse 1', 'verse 2'])
  })

  it('has looked for sleepers already and is about to commit', async () => {
    beforeCommit = makeGate()
    const first = sing('evt_first', 'verse.first')
    await beforeCommit.arrived
    const second = sing('verse 2', 'verse.second')
    await waitFor(standBeforeLock)
    beforeCommit.open()
    expect(await Promise.all([first, second])).toEqual([200, 200])

    expect(await isDue('verse 2')).toBe(true)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['verse 1', 'verse 2'])
  })

  it('comes while it tries again', async () => {
    await sing('verse 2', 'verse.second')
    expect(await isDue('verse 2')).toBe(false)
    afterLooking = makeGate()
    const trying = processStoredEvent(inbox().inbox, { id: (await inbox().row('verse 2')).id })
    await afterLooking.arrived
    await sing('evt_first', 'verse.first')
    afterLooking.open()
    await trying
    expect(await isDue('verse 2')).toBe(true)
    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['verse 1', 'verse 2'])
  })

  it('comes first in a transaction that fails: then it waits on', async () => {
    beforeCommit = makeGate()
    const first = sing('evt_first', 'verse.first')
    await beforeCommit.arrived
    const second = sing('verse 2', 'verse.second')
    await waitFor(standBeforeLock)
    await database().superuser.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())`)
    beforeCommit.open()
    expect(await Promise.all([first, second])).toEqual([200, 200])
    expect(await isDue('verse 2')).toBe(false)

    await inbox().drainJobs()
    expect(await inbox().effects()).toEqual(['verse 1', 'verse 2'])
  })
})
