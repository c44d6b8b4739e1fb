import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choose, createSession, readyAccount, startWithReceiver } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
let account: string
beforeAll(async () => {
  world = await startWithReceiver()
  account = await readyAccount(world.emulator)
})
afterAll(() => world.close())

async function buy(amount: number, choice = 'pay', email = 'mei@example.com') {
  const session = await createSession(world.stripe, amount, account)
  await choose(session, world.emulator, choice, email)
  return world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'] })
}

function intentOf(session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  if (typeof session.payment_intent !== 'object' || !session.payment_intent) throw new Error('not expanded')
  return session.payment_intent
}

describe('a whole purchase', () => {
  test('pays the session, the school and the platform', async () => {
    const session = await buy(10_000)
    expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', client_reference_id: 'order_1', customer_details: { email: 'mei@example.com' } })
    expect(session.line_items?.data[0]).toMatchObject({ description: 'Bowing, from the start', amount_total: 10_000 })
    expect(intentOf(session)).toMatchObject({ status: 'succeeded', application_fee_amount: 1000, metadata: { order: '1' } })
    const charge = intentOf(session).latest_charge as Stripe.Charge
    expect(charge.balance_transaction).toMatchObject({ amount: 10_000, fee: 175, net: 9825 })
    expect(charge.transfer_data).toMatchObject({ destination: account })

    const transfer = await world.stripe.transfers.retrieve(String(charge.transfer))
    expect(transfer).toMatchObject({ amount: 10_000, destination: account, source_transaction: charge.id })
    const fees = await world.stripe.applicationFees.list({ charge: charge.id })
    expect(fees.data[0]).toMatchObject({ amount: 1000, account, originating_transaction: charge.id })
    const balances = world.emulator.balances()
    expect(balances['buyer:mei@example.com']).toEqual({ usd: -10_000 })
    expect(balances[`connected:${account}`]).toEqual({ usd: 9000 })
    expect(balances.platform).toEqual({ usd: 825 })
    expect(balances.processor).toEqual({ usd: 175 })
  })

  test('tells the events in the order of Stripe, each signed', async () => {
    await world.emulator.settled()
    const before = world.receiver.received.length
    await buy(2000)
    await world.emulator.settled()
    const types = world.receiver.types().slice(before)
    expect(types).toEqual([
      'payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed',
      'transfer.created', 'application_fee.created', 'charge.updated',
    ])
    for (const one of world.receiver.received) {
      expect(world.stripe.webhooks.constructEvent(one.body, one.signature, 'whsec_test_of_the_emulator').id).toBe(one.event.id)
    }
    const [succeeded] = world.receiver.received.slice(before).filter((one) => one.event.type === 'charge.succeeded')
    expect(succeeded?.event.data.object).toMatchObject({ balance_transaction: null })
  })

  test('a second press of Pay pays once', async () => {
    const session = await createSession(world.stripe, 3000, account)
    const charges = Object.keys(world.emulator.state().charges).length
    const answers = await Promise.all([1, 2, 3].map(() => choose(session, world.emulator, 'pay')))
    expect(answers.map((one) => one.headers.get('location'))).toEqual(Array(3).fill(`https://school.example/paid?session=${session.id}`))
    // One charge on the platform and one payment on the connected account.
    expect(Object.keys(world.emulator.state().charges)).toHaveLength(charges + 2)
  })

  test('the balance is pending at first and available two days later', async () => {
    const before = await world.stripe.balance.retrieve({}, { stripeAccount: account })
    expect(before.available[0]?.amount).toBe(0)
    expect(before.pending[0]?.amount).toBeGreaterThan(0)
    world.emulator.clock.advance(3 * 24 * 3600)
    const after = await world.stripe.balance.retrieve({}, { stripeAccount: account })
    expect(after.available[0]?.amount).toBe(before.pending[0]?.amount)
  })
})

describe('a payment that does not go through at once', () => {
  test('a declined card keeps the page open, and a later try pays', async () => {
    const session = await createSession(world.stripe, 4000, account)
    const declined = await choose(session, world.emulator, 'decline')
    expect(declined.headers.get('location')).toBe(`/c/pay/${session.id}`)
    expect(await (await fetch(session.url ?? '')).text()).toContain('Your card was declined.')
    const open = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
    expect(open).toMatchObject({ status: 'open', payment_status: 'unpaid' })
    expect(intentOf(open)).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } })
    await choose(session, world.emulator, 'pay')
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' })
    await world.emulator.settled()
    expect(world.receiver.types()).toContain('payment_intent.payment_failed')
    expect(world.receiver.types()).toContain('charge.failed')
  })

  test.each([['settle', 'paid', 'checkout.session.async_payment_succeeded'], ['fail', 'unpaid', 'checkout.session.async_payment_failed']])('a bank debit completes unpaid; to %s leaves it %s', async (verb, status, type) => {
    const session = await buy(5000, 'debit', `${verb}@example.com`)
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
    expect(world.emulator.balances()[`buyer:${verb}@example.com`]).toBeUndefined()
    const answer = await fetch(`${world.emulator.url}/_emulator/sessions/${session.id}/${verb}`, { method: 'POST' })
    expect(answer.status).toBe(200)
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: status })
    expect(world.emulator.balances()[`buyer:${verb}@example.com`]).toEqual(status === 'paid' ? { usd: -5000 } : undefined)
    await world.emulator.settled()
    expect(world.receiver.types()).toContain(type)
    expect((await fetch(`${world.emulator.url}/_emulator/sessions/${session.id}/${verb}`, { method: 'POST' })).status).toBe(400)
  })

  test('an open session can be expired, by call or by time', async () => {
    const byCall = await createSession(world.stripe, 1000)
    expect(await world.stripe.checkout.sessions.expire(byCall.id)).toMatchObject({ status: 'expired', url: null })
    const byTime = await createSession(world.stripe, 1000)
    world.emulator.clock.advance(24 * 3600 + 1)
    expect(await world.stripe.checkout.sessions.retrieve(byTime.id)).toMatchObject({ status: 'expired' })
    await expect(world.stripe.checkout.sessions.expire(byTime.id)).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('a refund', () => {
  test('in full gives everything back but the processing fee', async () => {
    const before = structuredClone(world.emulator.balances())
    const session = await buy(10_000, 'pay', 'full@example.com')
    const refund = await world.stripe.refunds.create({ payment_intent: intentOf(session).id, reverse_transfer: true, refund_application_fee: true, reason: 'requested_by_customer' })
    expect(refund).toMatchObject({ amount: 10_000, status: 'succeeded' })
    const after = world.emulator.balances()
    expect(after['buyer:full@example.com']).toEqual({ usd: 0 })
    expect(after[`connected:${account}`]).toEqual(before[`connected:${account}`])
    expect(after.platform?.usd).toBe((before.platform?.usd ?? 0) - 175)
    expect(after.processor?.usd).toBe((before.processor?.usd ?? 0) + 175)
    await expect(world.stripe.refunds.create({ payment_intent: intentOf(session).id })).rejects.toMatchObject({ code: 'charge_already_refunded' })
    await world.emulator.settled()
    expect(world.receiver.types().slice(-5)).toEqual(['transfer.reversed', 'application_fee.refunded', 'refund.created', 'charge.refunded', 'refund.updated'])
  })

  test('in three odd parts ends at exactly nothing', async () => {
    const before = structuredClone(world.emulator.balances())
    const session = await buy(9999, 'pay', 'parts@example.com')
    const charge = intentOf(session).latest_charge as Stripe.Charge
    for (const amount of [3333, 1, 6665]) await world.stripe.refunds.create({ charge: charge.id, amount, reverse_transfer: true, refund_application_fee: true })
    expect(world.emulator.balances()['buyer:parts@example.com']).toEqual({ usd: 0 })
    expect(world.emulator.balances()[`connected:${account}`]).toEqual(before[`connected:${account}`])
    expect(await world.stripe.charges.retrieve(charge.id, { expand: ['refunds'] })).toMatchObject({ refunded: true, amount_refunded: 9999, refunds: { data: { length: 3 } } })
    expect(await world.stripe.refunds.list({ charge: charge.id })).toMatchObject({ data: { length: 3 } })
  })

  test('without its two flags leaves the school what it got', async () => {
    const before = structuredClone(world.emulator.balances())
    const session = await buy(10_000, 'pay', 'plain@example.com')
    await world.stripe.refunds.create({ payment_intent: intentOf(session).id })
    const after = world.emulator.balances()
    expect(after[`connected:${account}`]?.usd).toBe((before[`connected:${account}`]?.usd ?? 0) + 9000)
    expect(after.platform?.usd).toBe((before.platform?.usd ?? 0) - 9000 - 175)
  })

  test('cannot give back more than is left', async () => {
    const session = await buy(1000)
    await expect(world.stripe.refunds.create({ payment_intent: intentOf(session).id, amount: 1001 })).rejects.toMatchObject({ param: 'amount' })
  })
})
