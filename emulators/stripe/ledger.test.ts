import fc from 'fast-check'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choose, createSession, readyAccount, startWithReceiver } from './emulator-harness.ts'
import { processingFee } from './ledger.ts'
import { proportion } from './reversals.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
let account: string
beforeAll(async () => {
  world = await startWithReceiver({ webhooks: [] })
  account = await readyAccount(world.emulator)
})
afterAll(() => world.close())

const purchase = fc.record({
  amount: fc.integer({ min: 50, max: 5_000_000 }),
  feeShare: fc.integer({ min: 0, max: 100 }),
  hasDestination: fc.boolean(),
  way: fc.constantFrom('pay', 'decline', 'settle', 'fail'),
  refunds: fc.array(fc.record({ share: fc.integer({ min: 1, max: 100 }), reverse: fc.boolean(), fee: fc.boolean() }), { maxLength: 4 }),
})
type Purchase = typeof purchase extends fc.Arbitrary<infer T> ? T : never

async function play(plan: Purchase): Promise<void> {
  const order = plan.hasDestination
    ? { application_fee_amount: Math.floor((plan.amount * plan.feeShare) / 100), transfer_data: { destination: account } }
    : {}
  const session = await createSession(world.stripe, plan.amount, undefined, { payment_intent_data: order })
  const isDebit = plan.way === 'settle' || plan.way === 'fail'
  await choose(session, world.emulator, isDebit ? 'debit' : plan.way)
  if (isDebit) await fetch(`${world.emulator.url}/_emulator/sessions/${session.id}/${plan.way}`, { method: 'POST' })

  const paid = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] })
  if (paid.payment_status !== 'paid') return
  const charge = (paid.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge
  for (const refund of plan.refunds) {
    const left = await world.stripe.charges.retrieve(charge.id)
    const amount = Math.ceil(((left.amount - left.amount_refunded) * refund.share) / 100)
    if (amount === 0) return
    await world.stripe.refunds.create({
      charge: charge.id, amount, reverse_transfer: refund.reverse && plan.hasDestination,
      refund_application_fee: refund.fee && plan.hasDestination && (left.application_fee !== null),
    })
  }
}

/** What the API says each holder has, over all lines of its balance. */
async function apiBalance(stripeAccount?: string): Promise<number> {
  const balance = await world.stripe.balance.retrieve({}, stripeAccount ? { stripeAccount } : undefined)
  return [...balance.available, ...balance.pending].reduce((sum, one) => sum + one.amount, 0)
}

describe('the ledger', () => {
  test('all accounts sum to zero after any purchases and refunds, and agree with the balances of the API', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(purchase, { minLength: 1, maxLength: 3 }), async (plans) => {
        for (const plan of plans) await play(plan)
        const balances = world.emulator.balances()
        expect(Object.values(balances).reduce((sum, one) => sum + (one.usd ?? 0), 0)).toBe(0)
        expect(await apiBalance()).toBe(balances.platform?.usd ?? 0)
        expect(await apiBalance(account)).toBe(balances[`connected:${account}`]?.usd ?? 0)
      }),
      { numRuns: 40, seed: 20261120 },
    )
  }, 60_000)

  test('every share given back ends at the whole, whatever the parts', () => {
    fc.assert(fc.property(
      fc.integer({ min: 1, max: 10 ** 8 }), fc.array(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 1, maxLength: 20 }),
      (part, pieces) => {
        const whole = pieces.reduce((sum, piece) => sum + piece, 0)
        let refunded = 0
        let back = 0
        for (const piece of pieces) {
          refunded += piece
          back += proportion(part, refunded, whole, back)
        }
        expect(back).toBe(part)
      },
    ))
  })

  test.each([[100, 27], [1000, 40], [10_000, 175], [50, 26], [10, 10], [1, 1], [33, 25]])('the fee on %i is %i', (amount, fee) => {
    expect(processingFee(amount)).toBe(fee)
  })
})
