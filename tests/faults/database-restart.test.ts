import { rmSync } from 'node:fs'
import pg from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import { useFaultGround } from './harness.ts'
import { waitFor } from './programs.ts'
import { queueKinds, useQueueLine } from './queue-lines.ts'
import { neutralEvent, sendUntilTaken } from './send-webhook.ts'

// A server of its own: its sudden death would be felt by every test beside. And one that keeps its promises: the
// settings that make tests fast lose what was committed last, and this test shows it.
const appSecret = 'tests only: this secret guards nothing at all'
const dataDir = makeDataDir('coursecove-restart-')
let server: EmbeddedDatabase | null = null
beforeAll(async () => {
  server = await startEmbeddedDatabase({ dataDir, appSecret })
  await migrate({ databaseUrl: server.url, appSecret }, 'db')
}, 120_000)
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
const ground = useFaultGround(() => ({ databaseUrl: server?.url ?? '', appSecret }))

async function asSuperuser<T extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: server?.superuserUrl.replace(/\/postgres$/, '/coursecove'), connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(statement, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

async function startedAt(): Promise<string | null> {
  // PostgreSQL keeps its own start over a crash of its children; the checkpointer is new each time.
  const found = await asSuperuser<{ at: string }>(`select backend_start::text as at from pg_stat_activity where backend_type = 'checkpointer'`).catch(() => [])
  return found[0]?.at ?? null
}

/** Ends one of the server's processes by force: it then throws out everyone and recovers from its log. */
async function crashDatabase(): Promise<void> {
  const before = await startedAt()
  const [victim] = await asSuperuser<{ pid: number }>(`select pid from pg_stat_activity where application_name in ('coursecove-queue', 'coursecove-system') limit 1`)
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
    await asSuperuser(`insert into better_auth."user" (id, name, email, "emailVerified") values ($1, 'Mei', $2, true)`, [person, `${person}@test.example`])
    await waitFor(async () => (await asSuperuser('select 1 from user_identities where subject = $1', [person])).length === 1, 60_000, () => `nobody does the jobs:\n${runner.output()}`)
    await waitFor(async () => (await asSuperuser(`select 1 from webhook_events where status <> 'completed'`)).length === 0, 60_000)
    expect((await asSuperuser('select 1 from webhook_events where event_id = any($1)', [ids])).length).toBe(30)
    expect(web.isRunning()).toBe(true)
    expect(runner.isRunning()).toBe(true)
  })
})
