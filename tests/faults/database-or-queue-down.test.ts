import { describe, expect, it } from 'vitest'
import { sdkFor } from '../../emulators/clerk/emulator-harness.ts'
import { startClerkEmulator, type ClerkEmulator } from '../../emulators/clerk/start-clerk-emulator.ts'
import { clerkEnvironment, clerkWebhookSecret } from '../support/clerk-world.ts'
import { useFaultGround } from './harness.ts'
import { useOwnDatabase } from './own-database.ts'
import { waitFor, type WebProgram } from './programs.ts'
import { queueKinds, useQueueLine } from './queue-lines.ts'

// A server of its own, because it is really stopped here.
const database = useOwnDatabase('down')
const ground = useFaultGround(() => database().source)
const eventOf = async (person: string) => (await database().ask('select status, handled_by, attempts from webhook_events where event_type = $2 and payload ->> $3 = $1', [person, 'user.created', 'id']))[0]
const peopleCalled = async (person: string) => (await database().ask('select 1 from user_identities i join users u on u.id = i.user_id where i.subject = $1', [person])).length

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
    await database().stop()
    const person = await signUp(clerk, 'down')
    await waitFor(() => answers(clerk).length >= 2)
    expect(answers(clerk).every((status) => status !== null && status >= 500), String(answers(clerk))).toBe(true)

    await database().start()
    await waitFor(() => answers(clerk).includes(200), 60_000, () => `never taken: ${answers(clerk).join(', ')}\n${web.output().slice(-3000)}`)
    await waitFor(async () => (await eventOf(person))?.status === 'completed')
    expect(await peopleCalled(person)).toBe(1)
    expect(web.isRunning()).toBe(true)
  }))

  it('while the queue is down: the sender gets 200 all the same, and the event is run when it is back', () => withClerk(async (clerk, web) => {
    await line().goDown()
    let person = ''
    // Somebody else has the people for a second: the fast path is late and leaves the event to the queue.
    await database().asSuperuser(async (client) => {
      await client.query('begin; lock table users in exclusive mode')
      person = await signUp(clerk, 'queue')
      await waitFor(() => answers(clerk).length === 1)
      await client.query('rollback')
    })
    expect(answers(clerk)).toEqual([200])
    // Its log comes to us by another way than its answer to Clerk.
    await waitFor(() => web.output().includes(line().leaves), 10_000, () => `nothing was left to the queue:\n${web.output().slice(-3000)}`)
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
