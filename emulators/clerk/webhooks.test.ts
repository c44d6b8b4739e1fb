import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyWebhook } from '@clerk/backend/webhooks'
import { Webhook } from 'svix'
import { afterEach, describe, expect, test } from 'vitest'
import type { Received } from './emulator-harness.ts'
import { postJson, SECRET, sdkFor, startReceiver, startWithReceiver, until } from './emulator-harness.ts'
import type { ClerkEmulatorOptions } from './start-clerk-emulator.ts'
import { RETRY_SECONDS, startClerkEmulator } from './start-clerk-emulator.ts'

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => { for (const close of closers.splice(0).reverse()) await close() })

async function start(options: ClerkEmulatorOptions = {}) {
  const world = await startWithReceiver(options)
  closers.push(world.close)
  let made = 0
  /** One event: `user.created`. */
  const cause = async () => (await world.clerk.users.createUser({ username: `u${made += 1}` })).id
  return { ...world, cause }
}
const OLD_SECRET = `whsec_${Buffer.from('the secret of last year, for tests').toString('base64')}`

/** What the SDK of Clerk makes of a delivery. */
const verify = (one: Received | undefined, signingSecret = SECRET) => verifyWebhook(
  new Request('http://school.example/webhooks', { method: 'POST', body: one?.body ?? '', headers: one?.headers as Record<string, string> }), { signingSecret })

describe('a delivery', () => {
  test('is verified by the SDK and the library of Svix, with its time in milliseconds', async () => {
    const { receiver, cause, emulator } = await start()
    const id = await cause()
    await until(() => receiver.received.length === 1)
    const [one] = receiver.received
    // The SDK leaves `timestamp` and `instance_id` out of what it gives back; the body has them.
    expect(await verify(one)).toMatchObject({ type: 'user.created', object: 'event', data: { id } })
    expect(one?.event.instance_id).toBe(emulator.state().instanceId)
    expect(() => new Webhook(SECRET).verify(one?.body ?? '', one?.headers as Record<string, string>)).not.toThrow()
    expect(one?.headers['svix-id']).toMatch(/^msg_/)
    expect(one?.event.timestamp).toBeGreaterThan(1e12)
    expect(one?.event.event_attributes).toEqual({ http_request: { client_ip: '127.0.0.1', user_agent: expect.stringContaining('@clerk/backend') } })
  })

  test('says its time in seconds where that was chosen', async () => {
    const { receiver, cause } = await start({ eventTime: 'seconds' })
    await cause()
    await until(() => receiver.received.length === 1)
    expect(receiver.received[0]?.event.timestamp).toBeLessThan(1e11)
  })

  test('is signed under both secrets of a rotation', async () => {
    const receiver = await startReceiver()
    closers.push(receiver.close)
    const { cause } = await start({ webhooks: [{ url: receiver.url, secret: SECRET, previousSecret: OLD_SECRET }] })
    await cause()
    await until(() => receiver.received.length === 1)
    const [one] = receiver.received
    await expect(verify(one, SECRET)).resolves.toMatchObject({ type: 'user.created' })
    await expect(verify(one, OLD_SECRET)).resolves.toMatchObject({ type: 'user.created' })
  })

  test('goes only to who asked for its type, and any event can be made up', async () => {
    const receiver = await startReceiver()
    closers.push(receiver.close)
    const { emulator, cause } = await start({ webhooks: [{ url: receiver.url, secret: SECRET, types: ['user.deleted', 'waitlistEntry.created'] }] })
    await cause()
    await postJson(`${emulator.url}/_emulator/events`, { type: 'waitlistEntry.created', data: { id: 'w' }, timestamp: 1_716_883_200 })
    await until(() => receiver.received.length === 1)
    await expect(verify(receiver.received[0])).resolves.toMatchObject({ type: 'waitlistEntry.created' })
    expect(receiver.received[0]?.event.timestamp).toBe(1_716_883_200)
  })
})

describe('retries', () => {
  test('follow the schedule of Svix on the wound clock, under one id, each signed anew', async () => {
    const { emulator, receiver, cause } = await start()
    receiver.answerNext(500, 302, 404, 410)
    await cause()
    await until(() => receiver.received.length === 2)
    await emulator.settled()
    for (const [index, seconds] of RETRY_SECONDS.slice(1, 4).entries()) {
      emulator.clock.advance(seconds - 2)
      await emulator.settled()
      expect(receiver.received).toHaveLength(index + 2)
      emulator.clock.advance(3)
      await until(() => receiver.received.length === index + 3)
      await emulator.settled()
    }
    emulator.clock.advance(100_000)
    await emulator.settled()
    expect(receiver.received).toHaveLength(5)
    expect(new Set(receiver.received.map((one) => one.headers['svix-id'])).size).toBe(1)
    expect(new Set(receiver.received.map((one) => one.body)).size).toBe(1)
    // Hours later by the emulator's clock, and still in time for who checks by the machine's.
    for (const one of receiver.received) await expect(verify(one)).resolves.toMatchObject({ type: 'user.created' })
    expect(emulator.state().deliveries[0]).toMatchObject({ status: 'succeeded', attempts: [{ status: 500 }, { status: 302 }, { status: 404 }, { status: 410 }, { status: 200 }] })
  })

  test('end after the ninth try', async () => {
    const { emulator, cause } = await start()
    emulator.setFaults({ webhooks: [{ kind: 'fail', times: null }] })
    await cause()
    await until(() => (emulator.state().deliveries[0]?.attempts.length ?? 0) > 0)
    for (const seconds of RETRY_SECONDS) {
      emulator.clock.advance(seconds + 1)
      await emulator.settled()
    }
    emulator.clock.advance(1_000_000)
    await emulator.settled()
    expect(emulator.state().deliveries[0]).toMatchObject({ status: 'failed', nextAttemptAt: null })
    expect(emulator.state().deliveries[0]?.attempts).toHaveLength(9)
  })

  test('follow on an answer that does not come in time', async () => {
    const { emulator, receiver, cause } = await start({ webhookTimeoutMs: 60 })
    receiver.answerNext('never')
    await cause()
    await until(() => emulator.state().deliveries[0]?.status === 'succeeded')
    expect(emulator.state().deliveries[0]?.attempts).toMatchObject([{ status: null, error: 'no answer within 60 ms' }, { status: 200 }])
  })

  test('stop when the receiver says so', async () => {
    const { emulator, receiver, cause } = await start()
    receiver.answerNext({ status: 400, headers: { 'webhook-delivery': 'abort-message' } })
    await cause()
    await until(() => receiver.received.length === 1)
    emulator.clock.advance(100_000)
    await emulator.settled()
    expect(receiver.received).toHaveLength(1)
    expect(emulator.state().deliveries[0]).toMatchObject({ status: 'failed', attempts: [{ status: 400, note: 'aborted by the receiver' }] })
  })

  test('go on after a restart, from the same file, with the same key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clerk-emulator-'))
    closers.push(() => rmSync(folder, { recursive: true }))
    const options = { port: 0, statePath: join(folder, 'state.json'), privateKey: undefined, retrySeconds: [60] }
    const { emulator, receiver, clerk, cause } = await start(options)
    receiver.answerNext(500)
    const id = await cause()
    const { id: organizationId } = await clerk.organizations.createOrganization({ name: 'Kept', createdBy: id })
    const session = await clerk.sessions.createSession({ userId: id })
    await until(() => receiver.received.length >= 4)
    await emulator.close()

    const again = await startClerkEmulator({ ...options, webhooks: [{ url: receiver.url, secret: SECRET }] })
    closers.push(() => again.close())
    expect(again.connection.CLERK_JWT_KEY).toBe(emulator.connection.CLERK_JWT_KEY)
    expect((await sdkFor(again).users.getUser(id)).username).toBe('u1')
    expect((await sdkFor(again).users.getOrganizationMembershipList({ userId: id })).data[0]?.organization.id).toBe(organizationId)
    expect((await sdkFor(again).sessions.getSession(session.id)).status).toBe('active')
    const before = receiver.received.length
    again.clock.advance(61)
    await until(() => receiver.received.length === before + 1)
    expect(receiver.received.at(-1)?.headers['svix-id']).toBe(receiver.received[0]?.headers['svix-id'])
    expect((await sdkFor(again).users.createUser({ username: 'later' })).id).not.toBe(id)
  })
})

describe('many at once', () => {
  test('are no more than was allowed, and all arrive', async () => {
    const { emulator, receiver } = await start({ webhookConcurrency: 4 })
    await postJson(`${emulator.url}/_emulator/load`, { users: 60, organizations: 3, isTold: true })
    await until(() => receiver.received.length === 123)
    await emulator.settled()
    expect(receiver.open.most).toBeGreaterThan(1)
    expect(receiver.open.most).toBeLessThanOrEqual(4)
    expect(emulator.state().deliveries.every((one) => one.status === 'succeeded')).toBe(true)
  })
})

describe('fault switches', () => {
  test('drop, duplicate, reorder and delay', async () => {
    const { emulator, receiver, cause } = await start()
    emulator.setFaults({ webhooks: [{ kind: 'drop' }, { kind: 'duplicate', count: 3 }, { kind: 'reorder', count: 2, times: 2 }, { kind: 'delay', seconds: 90 }] })
    const ids = [await cause(), await cause(), await cause(), await cause(), await cause()]
    await until(() => receiver.received.length === 5)
    await emulator.settled()
    expect(receiver.received.map((one) => ids.indexOf(String(one.event.data.id)))).toEqual([1, 1, 1, 3, 2])
    emulator.clock.advance(91)
    await until(() => receiver.received.length === 6)
    expect(receiver.received[5]?.event.data.id).toBe(ids[4])
    expect(emulator.state().deliveries[0]?.status).toBe('dropped')
  })

  test('a stale and a forged signature are refused by the SDK', async () => {
    const { emulator, receiver, cause } = await start()
    emulator.setFaults({ webhooks: [{ kind: 'stale_signature' }, { kind: 'bad_signature' }] })
    await cause()
    await cause()
    await until(() => receiver.received.length === 2)
    await expect(verify(receiver.received[0])).rejects.toThrow(/too old/)
    await expect(verify(receiver.received[1])).rejects.toThrow(/signature/i)
  })

  test('redeliver sends one message again under its id, many at once', async () => {
    const { emulator, receiver, cause } = await start()
    await cause()
    await until(() => receiver.received.length === 1)
    const event = receiver.received[0]?.headers['svix-id']
    expect((await postJson<{ deliveries: unknown[] }>(`${emulator.url}/_emulator/redeliver`, { event, times: 5, concurrently: true })).deliveries).toHaveLength(5)
    expect(new Set(receiver.received.map((one) => one.headers['svix-id'])).size).toBe(1)
    await expect(postJson(`${emulator.url}/_emulator/redeliver`, { event: 'msg_none' })).rejects.toThrow(/^404/)
  })
})
