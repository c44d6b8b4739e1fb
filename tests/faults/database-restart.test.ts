import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useFaultGround } from './harness.ts'
import { useOwnDatabase } from './own-database.ts'
import { waitFor } from './programs.ts'
import { queueKinds, useQueueLine } from './queue-lines.ts'
import { neutralEvent, sendUntilTaken } from './send-webhook.ts'

// A server of its own: its sudden death would be felt by every test beside, and this one shows what settings lose that
// make tests fast.
const database = useOwnDatabase('restart')
const ground = useFaultGround(() => database().source)

async function startedAt(): Promise<string | null> {
  // PostgreSQL keeps its own start over a crash of its children; the checkpointer is new each time.
  const found = await database().ask<{ at: string }>(`select backend_start::text as at from pg_stat_activity where backend_type = 'checkpointer'`).catch(() => [])
  return found[0]?.at ?? null
}

/** Ends one of the server's processes by force: it then throws out everyone and recovers from its log. */
async function crashDatabase(): Promise<void> {
  const before = await startedAt()
  const [victim] = await database().ask<{ pid: number }>(`select pid from pg_stat_activity where application_name in ('coursecove-queue', 'coursecove-system') limit 1`)
  process.kill(victim?.pid ?? 0, 'SIGKILL')
  await waitFor(async () => {
    const now = await startedAt()
    return now !== null && now !== before
  })
}

describe.each(queueKinds)('with the queue %s', (kind) => {
  const line = useQueueLine(kind, ground)

  it('when the database falls over and rises again, web and worker live on, and nothing that was taken is lost', async () => {
    const { web, runner } = await line().startAll()
    const hook = `${web.url}/api/webhooks/stripe`
    const ids = Array.from({ length: 30 }, () => `evt_${v7()}`)
    const sending = Promise.all(ids.map(async (id, index) => {
      await new Promise((done) => setTimeout(done, index * 60))
      await sendUntilTaken(hook, { body: neutralEvent(id), secret: ground().secrets.platform })
    }))
    await new Promise((done) => setTimeout(done, 400))
    await crashDatabase()
    await sending

    const person = v7()
    await database().ask(`insert into better_auth."user" (id, name, email, "emailVerified") values ($1, 'Mei', $2, true)`, [person, `${person}@test.example`])
    await waitFor(async () => (await database().ask('select 1 from user_identities where subject = $1', [person])).length === 1, 60_000, () => `nobody does the jobs:\n${runner.output()}`)
    await waitFor(async () => (await database().ask(`select 1 from webhook_events where status <> 'completed'`)).length === 0, 60_000)
    expect((await database().ask('select 1 from webhook_events where event_id = any($1)', [ids])).length).toBe(30)
    expect(web.isRunning()).toBe(true)
    expect(runner.isRunning()).toBe(true)
  })
})
