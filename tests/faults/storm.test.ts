import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database.ts'
import { countCompletions } from './count-completions.ts'
import { useFaultGround } from './harness.ts'
import { waitFor, type Program } from './programs.ts'
import { queueKinds, useQueueLine, type QueueLine } from './queue-lines.ts'
import { seededChance, shuffled } from './seeded-chance.ts'
import { neutralEvent, sendUntilTaken } from './send-webhook.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const isLong = process.env.COVE_LONG === '1'
const size = isLong ? { events: 2000, people: 200, kills: 20 } : { events: 200, people: 20, kills: 4 }
const seed = Number(process.env.COVE_SEED ?? 20_260_101)

/** Ends a process by force and starts the next one in its place, again and again. With Inngest there is only the web process to end. */
async function killAndReplace(chance: () => number, kills: number, line: QueueLine, running: { web: Program; runner: Program }): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await new Promise((done) => setTimeout(done, 300 + chance() * 1200))
    if (kill % 2 === 0 || running.runner === running.web) {
      const isBoth = running.runner === running.web
      await running.web.kill()
      running.web = await ground().startWeb(line.settings)
      if (isBoth) running.runner = running.web
    } else {
      await running.runner.kill()
      running.runner = await ground().startWorker()
    }
  }
}

describe.each(queueKinds)('with the queue %s', (kind) => {
  const line = useQueueLine(kind, ground)

  it(`${size.events} events, some of them often, in any order, over ${size.kills} sudden deaths: each takes effect exactly once (seed ${seed})`, async () => {
    const chance = seededChance(seed)
    const completions = await countCompletions(database())
    await database().superuser.query('delete from test_completions')
    const { web, runner } = await line().startAll()
    const running: { web: Program; runner: Program } = { web, runner }
    const ids = Array.from({ length: size.events }, () => `evt_${v7()}`)
    const deliveries = shuffled(ids.flatMap((id) => Array.from({ length: 1 + Math.floor(chance() ** 3 * 4) }, () => id)), chance)

    const killing = killAndReplace(chance, size.kills, line(), running)
    const queue = deliveries.entries()
    const senders = Array.from({ length: 8 }, async () => {
      for (const [, id] of queue) await sendUntilTaken(`${web.url}/api/webhooks/stripe`, { body: neutralEvent(id), secret: ground().secrets.platform }, 100)
    })
    const people = Array.from({ length: size.people }, () => v7())
    for (const person of people) {
      await database().superuser.query(`insert into better_auth."user" (id, name, email, "emailVerified") values ($1, 'Mei', $2, true)`, [person, `${person}@test.example`])
      await new Promise((done) => setTimeout(done, 100))
    }
    await Promise.all([...senders, killing])

    const open = async () => (await database().superuser.query(`select event_id, status, attempts, error from webhook_events where status <> 'completed'`)).rows
    await waitFor(async () => (await open()).length === 0, 90_000, () => `still open after the storm:\n${running.runner.output().slice(-4000)}`)
    const counts = await completions()
    expect(Object.keys(counts)).toHaveLength(size.events + size.people)
    expect(new Set(Object.values(counts))).toEqual(new Set([1]))
    expect(ids.every((id) => counts[id] === 1)).toBe(true)
    const found = await database().superuser.query('select count(*)::int as identities, count(distinct user_id)::int as users from user_identities where subject = any($1)', [people])
    expect(found.rows[0]).toEqual({ identities: size.people, users: size.people })
    console.log(`storm: ${deliveries.length} deliveries of ${size.events} events, ${size.people} people, ${size.kills} kills, seed ${seed}`)
  }, isLong ? 900_000 : undefined)
})
