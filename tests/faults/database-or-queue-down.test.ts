import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sdkFor } from '../../emulators/clerk/emulator-harness.ts'
import { startClerkEmulator, type ClerkEmulator } from '../../emulators/clerk/start-clerk-emulator.ts'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { clerkEnvironment, clerkWebhookSecret } from '../support/clerk-world.ts'
import { makeDataDir } from '../support/make-data-dir.ts'
import { useFaultGround } from './harness.ts'
import { waitFor, type WebProgram } from './programs.ts'
import { queueKinds, useQueueLine } from './queue-lines.ts'

// A server of its own, because it is really stopped here.
const appSecret = 'tests only: this secret guards nothing at all'
const dataDir = makeDataDir('coursecove-down-')
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

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server?.superuserUrl.replace(/\/postgres$/, '/coursecove') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const eventOf = async (person: string) => asSuperuser(async (client) => (await client.query('select status, handled_by, attempts from webhook_events where event_type = $2 and payload ->> $3 = $1', [person, 'user.created', 'id'])).rows[0] as Record<string, unknown> | undefined)
const peopleCalled = async (person: string) => asSuperuser(async (client) => (await client.query('select 1 from user_identities i join users u on u.id = i.user_id where i.subject = $1', [person])).rows.length)

/** What the sender saw, try by try. */
const answers = (clerk: ClerkEmulator) => clerk.state().deliveries.filter(({ eventType }) => eventType === 'user.created').flatMap(({ attempts }) => attempts.map(({ status }) => status))

describe.each(queueKinds)('with the queue %s, a person signs up at Clerk', (kind) => {
  const line = useQueueLine(kind, ground)

  /** Clerk beside our programs, and our programs with its keys. */
  async function withClerk(work: (clerk: ClerkEmulator, web: WebProgram) => Promise<void>): Promise<void> {
    const clerk = await startClerkEmulator({ port: 0, retrySeconds: [1, 1, 1, 2, 2, 4, 4, 8], webhookTimeoutMs: 8000, webhooks: [{ url: ground().webhookUrl('clerk'), secret: clerkWebhookSecret, types: ['user.created'] }] })
    try {
      const { web } = await line().startAll(clerkEnvironment(clerk))
      await work(clerk, web)
    } finally {
      await clerk.close()
    }
  }
  const signUp = async (clerk: ClerkEmulator, name: string) => (await sdkFor(clerk).users.createUser({ emailAddress: [`${name}-${kind.length}@test.example`], firstName: 'Mei', skipPasswordRequirement: true })).id

  it('while PostgreSQL is down: the sender gets 5xx, and its retry wins when it is back', () => withClerk(async (clerk, web) => {
    const port = Number(new URL(server?.url ?? '').port)
    await server?.stop()
    const person = await signUp(clerk, 'down')
    await waitFor(() => answers(clerk).length >= 2)
    expect(answers(clerk).every((status) => status !== null && status >= 500), String(answers(clerk))).toBe(true)

    server = await startEmbeddedDatabase({ dataDir, appSecret, port })
    await waitFor(() => answers(clerk).includes(200), 60_000, () => `never taken: ${answers(clerk).join(', ')}\n${web.output().slice(-3000)}`)
    await waitFor(async () => (await eventOf(person))?.status === 'completed')
    expect(await peopleCalled(person)).toBe(1)
    expect(web.isRunning()).toBe(true)
  }))

  it('while the queue is down: the sender gets 200 all the same, and the event is run when it is back', () => withClerk(async (clerk, web) => {
    await line().goDown()
    let person = ''
    // Somebody else has the people for a second: the fast path is late and leaves the event to the queue.
    await asSuperuser(async (client) => {
      await client.query('begin; lock table users in exclusive mode')
      person = await signUp(clerk, 'queue')
      await waitFor(() => answers(clerk).length === 1)
      await client.query('rollback')
    })
    expect(answers(clerk)).toEqual([200])
    expect(web.output()).toContain(line().leaves)
    expect(await eventOf(person)).toMatchObject({ status: 'pending' })
    // Longer than the second after which the queue would have taken it.
    await new Promise((done) => setTimeout(done, 2500))
    expect(await eventOf(person)).toMatchObject({ status: 'pending' })

    await line().comeBack()
    await waitFor(async () => (await eventOf(person))?.status === 'completed', 60_000, () => `never run:\n${web.output().slice(-3000)}`)
    expect(await eventOf(person)).toMatchObject({ handled_by: 'queue', attempts: 1 })
    expect(await peopleCalled(person)).toBe(1)
    expect(answers(clerk)).toEqual([200])
  }))
})
