import { NonRetriableError, RetryAfterError, type Inngest } from 'inngest'
import { afterEach, describe, expect, test } from 'vitest'
import { startWorld, type World } from './emulator-harness.ts'
import { canonicalJson } from './signature.ts'
import type { Run } from './state.ts'

let world: World | null = null
afterEach(async () => {
  await world?.close()
  world = null
})
const runs = (): Run[] => [...(world?.emulator.state().runs.values() ?? [])]
const oneRun = (): Run => runs()[0] ?? expect.fail('there is no run')
const ended = () => runs().length > 0 && runs().every(({ status }) => status === 'completed' || status === 'failed')

/** A function that does what it is told to, once for each call. */
function teller(client: Inngest.Any, acts: (() => unknown)[], more: object = {}) {
  return client.createFunction({ id: 'tell', triggers: [{ event: 'shop/told' }], retries: 2, checkpointing: false, ...more }, async () => acts.shift()?.())
}

describe('events', () => {
  test('start the functions that they trigger, once for each id within a day', async () => {
    let told = 0
    world = await startWorld((client) => [teller(client, Array.from({ length: 9 }, () => () => (told += 1)))])
    const { client, emulator, until } = world
    expect(await client.send({ id: 'one', name: 'shop/told', data: {} })).toEqual({ ids: ['one'] })
    await client.send([{ id: 'one', name: 'shop/told', data: {} }, { name: 'shop/other', data: {} }])
    await until(ended)
    expect([told, runs().length]).toEqual([1, 1])

    emulator.clock.advance(24 * 3600 + 1)
    await client.send({ id: 'one', name: 'shop/told', data: {} })
    await until(() => told === 2)
  })

  test('of a time that lies ahead wait for it', async () => {
    let told = 0
    world = await startWorld((client) => [teller(client, [() => (told += 1)])])
    const { client, emulator, until } = world
    await client.send({ name: 'shop/told', data: {}, ts: Date.now() + 3_600_000 })
    emulator.clock.advance(3500)
    await emulator.settled()
    expect(told).toBe(0)
    emulator.clock.advance(110)
    await until(() => told === 1)
  })

  test.each([
    ['another key', 'other', '{"name":"a","data":{}}', 401],
    ['no name', 'event_key_emulator', '{"data":{}}', 400],
    ['a name of its own', 'event_key_emulator', '{"name":"inngest/x"}', 400],
    ['a field that there is not', 'event_key_emulator', '{"name":"a","delay":5}', 400],
    ['no JSON', 'event_key_emulator', 'name', 400],
  ])('are refused: %s', async (_, key, body, status) => {
    world = await startWorld((client) => [teller(client, [])])
    expect((await fetch(`${world.emulator.url}/e/${key}`, { method: 'POST', body })).status).toBe(status)
    expect(world.emulator.state().events).toEqual([])
  })
})

describe('functions', () => {
  test('go through steps and sleeps, each step once', async () => {
    const done: string[] = []
    world = await startWorld((client) => [
      client.createFunction({ id: 'long', triggers: [{ event: 'shop/long' }], checkpointing: false }, async ({ step }) => {
        const first = await step.run('first', () => done.push('first'))
        await step.sleep('a while', '150m')
        const both = await Promise.all([step.run('left', () => done.push('left')), step.run('right', () => done.push('right'))])
        return first + both.length
      }),
    ])
    await world.client.send({ name: 'shop/long', data: {} })
    await world.until(() => done.includes('first') && world?.emulator.state().planned.length === 1)
    world.emulator.clock.advance(2.5 * 3600)
    await world.until(ended)
    expect(oneRun()).toMatchObject({ status: 'completed', output: 3, open: [] })
    expect(done.toSorted()).toEqual(['first', 'left', 'right'])
  })

  test('are tried again after its pauses, after the time that they name, or not at all', async () => {
    const broke = () => { throw new Error('broke') }
    world = await startWorld((client) => [teller(client, [broke, () => { throw new RetryAfterError('later', new Date(Date.now() + 3_600_000)) }, broke])])
    const { client, emulator, until } = world
    await client.send({ name: 'shop/told', data: {} })
    await until(() => oneRun().calls.length === 1)
    emulator.clock.advance(1)
    await until(() => oneRun().calls.length === 2)
    emulator.clock.advance(60)
    await emulator.settled()
    expect(oneRun().calls).toHaveLength(2)
    emulator.clock.advance(3600)
    await until(ended)
    expect(oneRun()).toMatchObject({ status: 'failed', error: { message: 'broke' } })
    expect(oneRun().calls.map(({ attempt, status }) => [attempt, status])).toEqual([[0, 500], [1, 500], [2, 400]])
  })

  test('that say so are not tried again', async () => {
    world = await startWorld((client) => [teller(client, [() => { throw new NonRetriableError('never') }])])
    await world.client.send({ name: 'shop/told', data: {} })
    await world.until(ended)
    expect(oneRun().calls).toHaveLength(1)
  })

  test('of a crontab start every minute that their line names, as the clock is wound', async () => {
    const told: unknown[] = []
    world = await startWorld((client) => [client.createFunction({ id: 'clock', triggers: [{ cron: '*/15 * * * *' }] }, async ({ event }) => void told.push(event.name))])
    world.emulator.clock.advance(3600)
    await world.until(() => told.length === 4)
    expect(new Set(told)).toEqual(new Set(['inngest/scheduled.timer']))
  })
})

describe('keys', () => {
  test('sign each call; a wrong, an old and a missing signature run nothing', async () => {
    let told = 0
    world = await startWorld((client) => [teller(client, Array.from({ length: 9 }, () => () => (told += 1)))])
    const { client, emulator, until, url } = world
    emulator.setFaults({ webhooks: [{ kind: 'bad_signature' }, { kind: 'stale_signature' }] })
    await client.send({ name: 'shop/told', data: { 'ä': 'ö', nested: { b: 1, a: [null, 1.5] } } })
    await until(() => oneRun().calls.length === 1)
    emulator.clock.advance(1)
    await until(() => oneRun().calls.length === 2)
    expect([oneRun().calls.map(({ status }) => status), told]).toEqual([[401, 401], 0])
    expect((await fetch(`${url}?fnId=shop-tell&stepId=step`, { method: 'POST', body: '{}' })).status).toBe(401)
    emulator.clock.advance(2)
    await until(ended)
    expect(told).toBe(1)
  })

  test('are needed to register, and a development server needs none', async () => {
    world = await startWorld((client) => [teller(client, [])])
    const refused = await fetch(`${world.emulator.url}/fn/register`, { method: 'POST', body: '{}', headers: { authorization: 'Bearer signkey-test-00' } })
    expect(refused.status).toBe(401)
    expect([...world.emulator.state().functions.keys()]).toEqual(['shop-tell'])
    await world.close()

    let told = 0
    world = await startWorld((client) => [teller(client, [() => (told += 1)])], { signingKey: null })
    await world.client.send({ name: 'shop/told', data: {} })
    await world.until(() => told === 1)
  })

  test('refuse functions that ask for what is not covered', async () => {
    world = await startWorld((client) => [teller(client, [], { debounce: { period: '1m' } })])
    expect(await world.emulator.sync(world.url)).toMatchObject({ status: 400, said: expect.stringContaining('debounce') })
  })

  test('sort members as the standard says', () => {
    expect(canonicalJson({ b: [undefined, { d: 1, c: 'é' }], a: undefined, 1: 1e21 })).toBe('{"1":1e+21,"b":[null,{"c":"é","d":1}]}')
  })
})

describe('faults', () => {
  test('a call that comes twice, one that is lost on the way, one that never comes', async () => {
    let told = 0
    world = await startWorld((client) => [teller(client, Array.from({ length: 9 }, () => () => (told += 1)))])
    const { client, emulator, until } = world
    emulator.setFaults({ webhooks: [{ kind: 'duplicate', count: 3 }, { kind: 'fail' }] })
    await client.send({ name: 'shop/told', data: {} })
    await until(ended)
    expect(told).toBe(3)
    await client.send({ name: 'shop/told', data: {} })
    await until(() => runs()[1]?.calls.length === 1)
    emulator.clock.advance(1)
    await until(ended)
    expect(told).toBe(4)
    emulator.setFaults({ webhooks: [{ kind: 'drop' }] })
    await client.send({ name: 'shop/told', data: {} })
    await until(() => runs()[2]?.status === 'lost')
  })

  test('an event API that breaks after it took the event: the SDK comes again, and one run is made', async () => {
    let told = 0
    world = await startWorld((client) => [teller(client, Array.from({ length: 9 }, () => () => (told += 1)))])
    world.emulator.setFaults({ api: [{ kind: 'lost_answer', path: '/e/' }] })
    await world.client.send({ id: 'kept', name: 'shop/told', data: {} })
    await world.until(ended)
    expect(told).toBe(1)
  })

  test('down: nobody answers; back: what it knew it knows', async () => {
    let told = 0
    world = await startWorld((client) => [teller(client, [() => (told += 1)])])
    const { client, emulator, until } = world
    await client.send({ name: 'shop/told', data: {}, ts: Date.now() + 60_000 })
    await emulator.goDown()
    await expect(fetch(`${emulator.url}/_emulator/runs`)).rejects.toThrow()
    emulator.clock.advance(61)
    expect(told).toBe(0)
    await emulator.comeBack()
    await until(() => told === 1)
    expect((await fetch(`${emulator.url}/_emulator/runs`)).status).toBe(200)
  })
})
