import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createSession, postJson, SECRET, sdkFor, startReceiver, startWithReceiver, until } from './emulator-harness.ts'
import type { StripeEmulatorOptions } from './start-stripe-emulator.ts'
import { RETRY_SECONDS, startStripeEmulator } from './start-stripe-emulator.ts'

const closers: (() => Promise<unknown> | void)[] = []
afterEach(async () => { for (const close of closers.splice(0).reverse()) await close() })

async function start(options: StripeEmulatorOptions = {}) {
  const world = await startWithReceiver(options)
  closers.push(world.close)
  return world
}

/** One event without paying: a session that is expired. */
async function causeEvent(stripe: ReturnType<typeof sdkFor>): Promise<void> {
  const session = await createSession(stripe, 1000)
  await stripe.checkout.sessions.expire(session.id)
}

const setFaults = (url: string, webhooks: unknown[]) => postJson(`${url}/_emulator/faults`, { webhooks })

describe('retries', () => {
  test('follow the schedule on the wound clock until the receiver agrees', async () => {
    const { emulator, receiver, stripe } = await start()
    receiver.answerNext(500, 302, 404)
    await causeEvent(stripe)
    await until(() => receiver.received.length === 1)
    await emulator.settled()
    emulator.clock.advance(3)
    await emulator.settled()
    expect(receiver.received).toHaveLength(1)
    for (const [index, seconds] of RETRY_SECONDS.slice(0, 3).entries()) {
      emulator.clock.advance(seconds)
      await until(() => receiver.received.length === index + 2)
      await emulator.settled()
    }
    emulator.clock.advance(100_000)
    await emulator.settled()
    expect(receiver.received).toHaveLength(4)
    expect(new Set(receiver.received.map((one) => one.event.id)).size).toBe(1)
    expect(new Set(receiver.received.map((one) => one.signature)).size).toBe(4)
    expect(emulator.state().deliveries[0]).toMatchObject({ status: 'succeeded', attempts: [{ status: 500 }, { status: 302 }, { status: 404 }, { status: 200 }] })
  })

  test('end after about three days, and the event list still knows what was missed', async () => {
    const { emulator, receiver, stripe } = await start()
    await setFaults(emulator.url, [{ kind: 'fail', times: null }])
    await causeEvent(stripe)
    await until(() => emulator.state().deliveries[0]?.attempts.length === 1)
    for (const seconds of RETRY_SECONDS) {
      emulator.clock.advance(seconds)
      await emulator.settled()
    }
    expect(emulator.state().deliveries[0]).toMatchObject({ status: 'failed', nextAttemptAt: null })
    expect(emulator.state().deliveries[0]?.attempts).toHaveLength(RETRY_SECONDS.length + 1)
    expect(receiver.received).toHaveLength(0)
    const missed = await stripe.events.list({ delivery_success: false, types: ['checkout.session.expired'] })
    expect(missed.data).toHaveLength(1)
  })

  test('run in real time with a short schedule', async () => {
    const { receiver, stripe } = await start({ retrySeconds: [0, 0.05] })
    receiver.answerNext(500, 500)
    await causeEvent(stripe)
    await until(() => receiver.received.length === 3)
  })
})

describe('fault switches', () => {
  test('duplicate sends the same event several times', async () => {
    const { emulator, receiver, stripe } = await start()
    await setFaults(emulator.url, [{ kind: 'duplicate', count: 3 }])
    await causeEvent(stripe)
    await until(() => receiver.received.length === 3)
    expect(new Set(receiver.received.map((one) => one.event.id)).size).toBe(1)
  })

  test('reorder turns the order round', async () => {
    const { emulator, receiver, stripe } = await start()
    await setFaults(emulator.url, [{ kind: 'reorder', count: 3, times: 3 }])
    const ids: string[] = []
    for (let index = 0; index < 3; index += 1) {
      const session = await createSession(stripe, 1000)
      ids.push((await stripe.checkout.sessions.expire(session.id)).id)
    }
    await until(() => receiver.received.length === 3)
    expect(receiver.received.map((one) => Reflect.get(one.event.data.object, 'id'))).toEqual(ids.reverse())
  })

  test('drop never arrives; delay arrives later; reorder alone goes out after its patience', async () => {
    const { emulator, receiver, stripe } = await start()
    await setFaults(emulator.url, [{ kind: 'drop' }, { kind: 'delay', seconds: 90 }, { kind: 'reorder', count: 5, seconds: 60 }])
    for (let index = 0; index < 3; index += 1) await causeEvent(stripe)
    await emulator.settled()
    expect(receiver.received).toHaveLength(0)
    emulator.clock.advance(61)
    await until(() => receiver.received.length === 1)
    emulator.clock.advance(30)
    await until(() => receiver.received.length === 2)
    emulator.clock.advance(4 * 24 * 3600)
    await emulator.settled()
    expect(receiver.received).toHaveLength(2)
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(1)
  })

  test('a stale and a forged signature are refused by the SDK', async () => {
    const { emulator, receiver, stripe } = await start()
    await setFaults(emulator.url, [{ kind: 'stale_signature' }, { kind: 'bad_signature' }])
    await causeEvent(stripe)
    await causeEvent(stripe)
    await until(() => receiver.received.length === 2)
    const [stale, forged] = receiver.received
    expect(() => stripe.webhooks.constructEvent(stale?.body ?? '', stale?.signature ?? '', SECRET)).toThrow(/tolerance zone/)
    expect(() => stripe.webhooks.constructEvent(forged?.body ?? '', forged?.signature ?? '', SECRET)).toThrow(/No signatures found/)
  })

  test('redeliver sends one event again, many at once', async () => {
    const { emulator, receiver, stripe } = await start()
    await causeEvent(stripe)
    await until(() => receiver.received.length === 1)
    const answer = await postJson(`${emulator.url}/_emulator/redeliver`, { event: receiver.received[0]?.event.id, times: 5, concurrently: true })
    expect((await answer.json()).deliveries).toHaveLength(5)
    expect(receiver.received).toHaveLength(6)
    expect((await postJson(`${emulator.url}/_emulator/redeliver`, { event: 'evt_none' })).status).toBe(404)
  })
})

describe('targets', () => {
  test('an endpoint made by the API gets what it asked for, signed with the secret given at creation', async () => {
    const { receiver: other, emulator, stripe } = await start({ webhooks: [] })
    const endpoint = await stripe.webhookEndpoints.create({ url: other.url, enabled_events: ['checkout.session.expired'], api_version: '2026-10-28.endive' })
    expect(endpoint.secret).toMatch(/^whsec_/)
    expect((await stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined()
    await causeEvent(stripe)
    await until(() => other.received.length === 1)
    const [one] = other.received
    expect(stripe.webhooks.constructEvent(one?.body ?? '', one?.signature ?? '', endpoint.secret ?? '')).toMatchObject({ api_version: '2026-10-28.endive' })
    expect(one?.event.request?.id).toMatch(/^req_/)
    await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })
    await causeEvent(stripe)
    await emulator.settled()
    expect(other.received).toHaveLength(1)
    expect(await stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true })
    expect((await stripe.webhookEndpoints.list()).data).toEqual([])
  })

  test('a name under .localhost is reached here, under its own name', async () => {
    const receiver = await startReceiver()
    closers.push(receiver.close)
    const { stripe } = await start({ webhooks: [{ url: `http://hooks.coursecove.localhost:${receiver.port}/x`, secret: SECRET }] })
    await causeEvent(stripe)
    await until(() => receiver.received.length === 1)
    expect(receiver.received[0]?.host).toBe(`hooks.coursecove.localhost:${receiver.port}`)
  })
})

describe('a restart', () => {
  test('keeps everything, and deliveries go on where they stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stripe-emulator-'))
    closers.push(() => rmSync(folder, { recursive: true }))
    const statePath = join(folder, 'nested', 'state.json')
    const first = await start({ statePath, retrySeconds: [60] })
    first.emulator.clock.advance(1000)
    first.receiver.answerNext(500)
    await causeEvent(first.stripe)
    await until(() => first.receiver.received.length === 1)
    await first.emulator.close()

    const again = await startStripeEmulator({ port: 0, statePath, retrySeconds: [60], webhooks: [{ url: first.receiver.url, secret: SECRET }] })
    closers.push(again.close)
    expect(again.clock.offsetSeconds()).toBe(1000)
    const known = await sdkFor(again).checkout.sessions.list()
    expect(known.data).toHaveLength(1)
    again.clock.advance(61)
    await until(() => first.receiver.received.length === 2)
    expect(first.receiver.received[1]?.event.id).toBe(first.receiver.received[0]?.event.id)
    const made = await createSession(sdkFor(again), 1000)
    expect(made.id).not.toBe(known.data[0]?.id)
  })

  test('a reset forgets everything and gives new ids', async () => {
    const { emulator, stripe } = await start()
    const before = await createSession(stripe, 1000)
    await postJson(`${emulator.url}/_emulator/reset`, {})
    expect((await stripe.checkout.sessions.list()).data).toEqual([])
    expect((await createSession(stripe, 1000)).id).not.toBe(before.id)
  })
})
