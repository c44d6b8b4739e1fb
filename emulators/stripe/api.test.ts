import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choose, createSession, postJson, readyAccount, sdkFor, startWithReceiver } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
beforeAll(async () => { world = await startWithReceiver() })
afterAll(() => world.close())

/** Parameters that the SDK's types do not allow, as a careless caller would send them. */
function careless(given: object): Stripe.Checkout.SessionCreateParams {
  return given as Stripe.Checkout.SessionCreateParams
}
const item = { quantity: 1, price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'Lesson' } } }
const valid = { mode: 'payment', line_items: [item], success_url: 'https://school.example/paid' }

describe('strictness', () => {
  test('a wrong key is refused with 401', async () => {
    await expect(sdkFor(world.emulator, 'sk_test_wrong').balance.retrieve()).rejects.toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 })
    expect((await fetch(`${world.emulator.url}/v1/balance`)).status).toBe(401)
  })

  test.each([
    ['an unknown parameter', { ...valid, colour: 'red' }, 'parameter_unknown', 'colour'],
    ['an unknown parameter deep inside', { ...valid, line_items: [{ ...item, price_data: { ...item.price_data, colour: 1 } }] }, 'parameter_unknown', 'line_items[0][price_data][colour]'],
    ['payment_method_types, which this API version no longer takes', { ...valid, payment_method_types: ['card'] }, 'parameter_unknown', 'payment_method_types'],
    ['a missing parameter', { mode: 'payment', line_items: [item] }, 'parameter_missing', 'success_url'],
    ['a missing parameter deep inside', { ...valid, line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 5 } }] }, 'parameter_missing', 'line_items[0][price_data][product_data]'],
    ['a number that is none', { ...valid, line_items: [{ ...item, quantity: 'two' }] }, 'parameter_invalid_integer', 'line_items[0][quantity]'],
    ['an empty value', { ...valid, success_url: '' }, 'parameter_invalid_empty', 'success_url'],
    ['an amount too small to charge', { ...valid, line_items: [{ ...item, price_data: { ...item.price_data, unit_amount: 49 } }] }, 'amount_too_small', 'line_items'],
    ['a customer that nobody made', { ...valid, customer: 'cus_1' }, 'resource_missing', 'customer'],
  ])('%s is refused with 400', async (_name, given, code, param) => {
    await expect(world.stripe.checkout.sessions.create(careless(given))).rejects.toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400, code, param })
  })

  test.each([
    ['too soon', 60], ['too late', 25 * 3600],
  ])('an expiry that is %s is refused', async (_name, seconds) => {
    await expect(createSession(world.stripe, 1000, undefined, { expires_at: world.emulator.clock.now() + seconds })).rejects.toMatchObject({ param: 'expires_at' })
  })

  test('an unknown address, object and API version are refused', async () => {
    await expect(world.stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 })
    await expect(world.stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' })
    await expect(world.stripe.balance.retrieve({}, { apiVersion: '2020-08-27' })).rejects.toMatchObject({ statusCode: 400 })
    await expect(world.stripe.balance.retrieve({}, { stripeAccount: 'acct_none' })).rejects.toMatchObject({ statusCode: 403, code: 'account_invalid' })
  })

  test('every answer carries a request id', async () => {
    const balance = await world.stripe.balance.retrieve()
    expect(balance.lastResponse.requestId).toMatch(/^req_\w{14}$/)
  })

  test('a payment to an account that cannot be paid is refused', async () => {
    const unfinished = await readyAccount(world.emulator, 'unfinished')
    await expect(createSession(world.stripe, 1000, unfinished)).rejects.toMatchObject({ code: 'insufficient_capabilities_for_transfer' })
    await expect(createSession(world.stripe, 1000, 'acct_none')).rejects.toMatchObject({ code: 'resource_missing' })
    const account = await readyAccount(world.emulator)
    const over = { payment_intent_data: { application_fee_amount: 1001, transfer_data: { destination: account } } }
    await expect(createSession(world.stripe, 1000, account, over)).rejects.toMatchObject({ param: 'payment_intent_data[application_fee_amount]' })
    await expect(createSession(world.stripe, 1000, undefined, { payment_intent_data: { application_fee_amount: 1 } })).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('idempotency', () => {
  test('the same key and parameters give the same answer, once', async () => {
    const count = () => Object.keys(world.emulator.state().sessions).length
    const before = count()
    const create = () => world.stripe.checkout.sessions.create(careless(valid), { idempotencyKey: 'order-7' })
    const [first, second] = [await create(), await create()]
    expect(second.id).toBe(first.id)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(count()).toBe(before + 1)
  })

  test('the same key with other parameters is an idempotency error', async () => {
    await expect(world.stripe.checkout.sessions.create(careless({ ...valid, client_reference_id: 'other' }), { idempotencyKey: 'order-7' }))
      .rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  test('a refused parameter does not use the key up, and a day later it is free', async () => {
    await expect(world.stripe.checkout.sessions.create(careless({ mode: 'payment' }), { idempotencyKey: 'order-8' })).rejects.toMatchObject({ statusCode: 400 })
    const first = await world.stripe.checkout.sessions.create(careless(valid), { idempotencyKey: 'order-8' })
    world.emulator.clock.advance(24 * 3600 + 1)
    const later = await world.stripe.checkout.sessions.create(careless(valid), { idempotencyKey: 'order-8' })
    expect(later.id).not.toBe(first.id)
  })
})

describe('lists', () => {
  test('page through all, newest first, in both directions', async () => {
    const made: string[] = []
    for (let index = 0; index < 7; index += 1) made.push((await createSession(world.stripe, 1000 + index)).id)
    const seen: string[] = []
    for await (const one of world.stripe.checkout.sessions.list({ limit: 3 })) seen.push(one.id)
    expect(seen.slice(0, 7)).toEqual([...made].reverse())
    const page = await world.stripe.checkout.sessions.list({ limit: 2, ending_before: made[3] })
    expect(page.data.map((one) => one.id)).toEqual([made[5], made[4]])
    expect(page.has_more).toBe(true)
    await expect(world.stripe.checkout.sessions.list({ limit: 101 })).rejects.toMatchObject({ param: 'limit' })
    await expect(world.stripe.checkout.sessions.list({ starting_after: 'cs_none' })).rejects.toMatchObject({ code: 'resource_missing' })
  })

  test('expand puts objects where ids stood, and refuses what is none', async () => {
    const session = await createSession(world.stripe, 1000)
    await choose(session, world.emulator, 'pay')
    const page = await world.stripe.checkout.sessions.list({ limit: 1, expand: ['data.payment_intent.latest_charge'] })
    expect(page.data[0]).toMatchObject({ payment_intent: { object: 'payment_intent', latest_charge: { object: 'charge' } } })
    await expect(world.stripe.checkout.sessions.retrieve(session.id, { expand: ['mode'] })).rejects.toMatchObject({ param: 'expand' })
  })
})

describe('fault switches of the API', () => {
  const faults = (api: unknown[]) => postJson(`${world.emulator.url}/_emulator/faults`, { api })

  test('429 carries Retry-After and is used up', async () => {
    await faults([{ kind: 'rate_limit', path: '/v1/balance', retryAfterSeconds: 7 }])
    await expect(world.stripe.balance.retrieve()).rejects.toMatchObject({ type: 'StripeRateLimitError', headers: { 'retry-after': '7' } })
    await expect(world.stripe.balance.retrieve()).resolves.toMatchObject({ object: 'balance' })
  })

  test('a lost answer has done the work, and the retried call finds it', async () => {
    await faults([{ kind: 'lost_answer', method: 'POST', path: '/v1/checkout', status: 503 }])
    const before = Object.keys(world.emulator.state().sessions).length
    const create = () => world.stripe.checkout.sessions.create(careless(valid), { idempotencyKey: 'lost' })
    await expect(create()).rejects.toMatchObject({ statusCode: 503 })
    await create()
    expect(Object.keys(world.emulator.state().sessions)).toHaveLength(before + 1)
  })

  test('a server error has done nothing, and an unknown fault is refused', async () => {
    await faults([{ kind: 'server_error', path: '/v1/checkout' }])
    const before = Object.keys(world.emulator.state().sessions).length
    await expect(createSession(world.stripe, 1000)).rejects.toMatchObject({ type: 'StripeAPIError', statusCode: 500 })
    expect(Object.keys(world.emulator.state().sessions)).toHaveLength(before)
    expect((await faults([{ kind: 'earthquake' }])).status).toBe(400)
  })

  test('an answer that is cut off has done the work, after as many good ones as were asked for', async () => {
    await faults([{ kind: 'cut_off', method: 'GET', path: '/v1/balance', after: 1 }])
    await world.stripe.balance.retrieve()
    await expect(world.stripe.balance.retrieve()).rejects.toThrow()
    await expect(world.stripe.balance.retrieve()).resolves.toMatchObject({ object: 'balance' })
  })

  test('a page of another site cannot turn the switches', async () => {
    const answer = await fetch(`${world.emulator.url}/_emulator/reset`, { method: 'POST', headers: { origin: 'https://elsewhere.example' } })
    expect(answer.status).toBe(403)
  })
})
