import { expect, it } from 'vitest'
import { makeClerkInbox } from '../../support/clerk-inbox.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { countCompletions } from '../count-completions.ts'
import { readTables, recordOf } from './compare-with-record.ts'
import { makeClerkStorm } from './make-clerk-storm.ts'

const database = useTestDatabase()
const seed = Number(process.env.COVE_SEED ?? 20_260_101)
const size = { users: 60, organizations: 12, memberships: 120, events: 600, goingShare: 0.1 }

it(`${size.events} events of Clerk, often, late and in any order: the tables equal the record, field by field (seed ${seed})`, async () => {
  const { events, deliveries, world } = makeClerkStorm(seed, size)
  const completions = await countCompletions(database())
  const inbox = makeClerkInbox(database())
  const queue = deliveries.entries()
  const statuses = new Set<number>()
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (const [, event] of queue) statuses.add(await inbox.send(event))
  }))
  await inbox.settle()

  expect(statuses).toEqual(new Set([200]))
  expect(await readTables(database())).toEqual(recordOf(world))
  const { rows } = await database().superuser.query(`select event_id, event_type, status, attempts, waiting_on, error from webhook_events where status <> 'completed'`)
  expect(rows).toEqual([])
  const counts = await completions()
  expect(Object.keys(counts)).toHaveLength(events.length)
  expect(new Set(Object.values(counts))).toEqual(new Set([1]))
  console.log(`clerk storm: ${deliveries.length} deliveries of ${events.length} events, seed ${seed}`)
}, 120_000)
