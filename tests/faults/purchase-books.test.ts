import { afterAll, expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'
import { waitFor } from './programs.ts'
import { expectInTheEnd, ourBalances, sold, takenBack } from './purchase-books.ts'
import { beginToBuy, buy, openShop, pay, setFaults, signInOwner, visit, type Rows } from './purchase-shop.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const rows: Rows = async (text, values) => (await database().superuser.query(text, values)).rows
const patient = { STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,1,1,1,2,2,2,2,2,2,4,4,4,4' }
let kills = 0
afterAll(() => console.log(`faults: refunds and the order's page; killed ${kills}× right after a refund was sent`))

async function openAll(environment: Record<string, string> = {}) {
  const stripe = await ground().startStripe(patient)
  const web = await ground().startWeb(environment)
  const worker = await ground().startWorker()
  const shop = await openShop(database(), stripe, web)
  return { stripe, web, worker, shop, rows, describe: () => `${web.output().slice(-1500)}\n${worker.output().slice(-1500)}` }
}

async function orderOf(organizationId: string): Promise<{ id: string; checkoutId: string }> {
  const [order] = await rows('select id, checkout_id from orders where organization_id = $1', [organizationId])
  return { id: String(order?.id), checkoutId: String(order?.checkout_id) }
}

const processingFee = 159

it('the order’s page says what was received, tried again and done, and when', async () => {
  const all = await openAll()
  const paymentPage = await beginToBuy(all.web, all.shop, 'mei@test.example')
  // The provider tells us, and then does not answer what is asked of it, until a try of the queue has failed too.
  await setFaults(all.stripe, { api: [{ kind: 'server_error', method: 'GET', status: 503, times: null }] })
  await pay(paymentPage, 'mei@test.example')
  await waitFor(async () => (await rows(`select id from webhook_events where event_type = 'checkout.session.completed' and attempts > 0`)).length > 0)
  await setFaults(all.stripe, {})
  await expectInTheEnd(all, { 'mei@test.example': sold })

  const order = await orderOf(all.shop.organizationId)
  const notes = await rows('select kind, detail, happened_at, source_key from order_notes where organization_id = $1 and checkout_id = $2 order by happened_at, id', [all.shop.organizationId, order.checkoutId])
  const kinds = notes.map((note) => note.kind)
  expect(kinds[0]).toBe('started')
  for (const kind of ['received', 'retried', 'done']) expect(kinds).toContain(kind)
  expect(new Set(notes.map((note) => note.source_key)).size).toBe(notes.length)

  const cookie = await signInOwner(all.web, all.shop)
  const page = await visit(all.web, `/s/${all.shop.slug}/studio/orders/${order.id}`, { cookie })
  expect(page.status).toBe(200)
  for (const { detail, happened_at: at } of notes) {
    expect(page.body).toContain(detail)
    expect(page.body).toContain((at as Date).toISOString())
  }
  expect((await visit(all.web, `/s/${all.shop.slug}/studio/orders/${order.id}`)).status).not.toBe(200)
}, 120_000)

it('given back by the studio’s form, with the process dying when the refund is sent: everyone is where they began, but for the processing fee', async () => {
  const failpoint = { COVE_FAILPOINT: 'refund-sent' }
  const all = await openAll(failpoint)
  await buy(all.web, all.shop, 'mei@test.example')
  await expectInTheEnd(all, { 'mei@test.example': sold })
  const cookie = await signInOwner(all.web, all.shop)
  const { id } = await orderOf(all.shop.organizationId)
  const press = () => visit(all.web, `/s/${all.shop.slug}/studio/orders/${id}/refund`, { form: { reason: 'Moved away' }, cookie })

  expect((await press()).status).toBe('broken')
  expect(await all.web.ended).toBe('SIGKILL')
  expect(ground().reached()).toEqual(['refund-sent'])
  kills += 1
  await ground().startWeb(failpoint)
  const again = await press()
  // By then the provider may have told us itself; both ways lead back to the order.
  expect([302, 303]).toContain(again.status)
  expect(again.location).toContain(`/studio/orders/${id}`)
  await expectInTheEnd(all, { 'mei@test.example': takenBack })
  expect(await ourBalances(rows, all.shop)).toEqual({ platform: -processingFee, processor: processingFee })
  expect(await rows('select amount_cents, status from refunds where organization_id = $1', [all.shop.organizationId])).toEqual([{ amount_cents: 8900, status: 'succeeded' }])
  expect(await rows('select status from enrolments where organization_id = $1', [all.shop.organizationId])).toEqual([{ status: 'ended' }])

  const books = await visit(all.web, `/s/${all.shop.slug}/studio/orders/${id}`, { cookie })
  expect(books.body).toContain('Refund asked for: Moved away')
}, 120_000)
