import { afterAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'
import { waitFor, type Program } from './programs.ts'
import { expectInTheEnd, sold, standingOf, theirBalances, unknown } from './purchase-books.ts'
import { askEmulator, beginToBuy, buy, openForm, openShop, pay, setFaults, visit, type Rows } from './purchase-shop.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const rows: Rows = async (text, values) => (await database().superuser.query(text, values)).rows
const patient = { STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,1,1,1,2,2,2,2,2,2,4,4,4,4' }
const killed: Record<string, number> = {}
afterAll(() => console.log(`faults: killed with a purchase in hand: ${Object.entries(killed).map(([point, times]) => `${point} ${times}×`).join(', ')}`))

/** Starts a program again whenever it ended, until told to stop. */
function keepAlive(first: Program, start: () => Promise<Program>): { stop(): Promise<string> } {
  let isOver = false
  let program = first
  const keeping = (async () => {
    while (!isOver) {
      if (!program.isRunning()) program = await start()
      await new Promise((done) => setTimeout(done, 50))
    }
    return program.output()
  })()
  return {
    stop() {
      isOver = true
      return keeping
    },
  }
}

/** Only what a sale is known by reaches us, so that a fail point is reached with a sale in hand. */
const nothingElse = { webhooks: [{ kind: 'drop', times: null, types: ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'transfer.created', 'application_fee.created'] }] }

describe('the web process dies with a paid purchase in its hands', () => {
  it.each([
    { point: 'after-payment-before-commit', atDeath: unknown },
    { point: 'between-commit-and-answer', atDeath: { ...sold, active: 0 } },
  ])('$point: it is sold once', async ({ point, atDeath }) => {
    const stripe = await ground().startStripe(patient)
    const settings = { COVE_FAILPOINT: `${point}:2` }
    const web = await ground().startWeb(settings)
    const shop = await openShop(database(), stripe, web)
    await setFaults(stripe, nothingElse)

    await buy(web, shop, 'mei@test.example')
    expect(await web.ended).toBe('SIGKILL')
    expect(ground().reached()).toEqual([point])
    expect((await theirBalances(stripe))['buyer:mei@test.example']).toBe(-8900)
    expect(await standingOf(rows, shop, 'mei@test.example')).toEqual(atDeath)

    const keeper = keepAlive(web, () => ground().startWeb(settings))
    const worker = await ground().startWorker()
    await expectInTheEnd({ rows, stripe, shop, describe: worker.output }, { 'mei@test.example': sold })
    await keeper.stop()
    expect(ground().reached().slice(0, 2)).toEqual([point, point])
    killed[point] = 2
  }, 120_000)

  it('checkout-opened: the second press goes on with the same payment page', async () => {
    const stripe = await ground().startStripe(patient)
    const settings = { COVE_FAILPOINT: 'checkout-opened' }
    const web = await ground().startWeb(settings)
    const shop = await openShop(database(), stripe, web)
    const cookie = await openForm(web, shop)
    const press = () => visit(web, shop.checkoutPath, { form: { email: 'mei@test.example' }, cookie })
    expect((await press()).status).toBe('broken')
    expect(await web.ended).toBe('SIGKILL')
    expect(ground().reached()).toEqual(['checkout-opened'])

    await ground().startWeb(settings)
    const worker = await ground().startWorker()
    const again = await press()
    expect(again.status).toBe(303)
    const { sessions } = await askEmulator<{ sessions: object }>(stripe, '/_emulator/state')
    expect(Object.keys(sessions)).toHaveLength(1)
    expect((await press()).location).toBe(again.location)
    await pay(again.location, 'mei@test.example')
    await expectInTheEnd({ rows, stripe, shop, describe: worker.output }, { 'mei@test.example': sold })
    killed['checkout-opened'] = 1
  }, 120_000)
})

describe('the worker dies with a paid purchase in its hands', () => {
  it.each([{ point: 'in-worker' }, { point: 'in-delivery' }])('$point: it is sold once', async ({ point }) => {
    const stripe = await ground().startStripe(patient)
    const web = await ground().startWeb()
    const shop = await openShop(database(), stripe, web)
    const paymentPage = await beginToBuy(web, shop, 'mei@test.example')
    // A provider that answers slowly is beyond the half second of the fast path: the sale is the queue's.
    if (point === 'in-worker') await setFaults(stripe, { ...nothingElse, api: [{ kind: 'delay', method: 'GET', seconds: 0.8, times: null }] })
    await pay(paymentPage, 'mei@test.example')

    const settings = { COVE_FAILPOINT: `${point}:2` }
    const worker = await ground().startWorker(settings)
    await waitFor(() => !worker.isRunning(), 30_000, () => `it lives:\n${worker.output()}`)
    expect(await worker.ended).toBe('SIGKILL')
    expect(ground().reached()).toEqual([point])
    const keeper = keepAlive(worker, () => ground().startWorker(settings))
    await expectInTheEnd({ rows, stripe, shop, describe: web.output }, { 'mei@test.example': sold })
    await keeper.stop()
    expect(ground().reached().slice(0, 2)).toEqual([point, point])
    killed[point] = 2
  }, 120_000)
})
