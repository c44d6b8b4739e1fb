import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, expect, it } from 'vitest'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'
import { answersFor, eventsOf, expectInTheEnd, redeliver, sold, standingOf, takenBack, unknown, type KeptEvent } from './purchase-books.ts'
import { buy, openShop, setFaults, type Rows } from './purchase-shop.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const rows: Rows = async (text, values) => (await database().superuser.query(text, values)).rows
const patient = { STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,1,1,1,2,2,2,2,2,2,4,4,4,4' }
const seen = { deliveries: 0, refused: 0 }
afterAll(() => console.log(`faults: purchases told in ${seen.deliveries} extra deliveries, ${seen.refused} refused for their signature or size; nothing was killed`))

async function openAll() {
  const stripe = await ground().startStripe(patient)
  const web = await ground().startWeb()
  const worker = await ground().startWorker()
  const shop = await openShop(database(), stripe, web)
  return { stripe, web, worker, shop, rows, describe: () => `${web.output().slice(-1500)}\n${worker.output().slice(-1500)}` }
}

it('every webhook twice, then one of them fifty times at once: one order', async () => {
  const all = await openAll()
  await setFaults(all.stripe, { webhooks: [{ kind: 'duplicate', times: null, count: 2 }] })
  await buy(all.web, all.shop, 'twice@test.example')
  await expectInTheEnd(all, { 'twice@test.example': sold })

  await setFaults(all.stripe, { webhooks: [{ kind: 'drop', times: null }] })
  await buy(all.web, all.shop, 'fifty@test.example')
  await setFaults(all.stripe, {})
  expect(await standingOf(rows, all.shop, 'fifty@test.example')).toEqual(unknown)
  const completed = await newest(all.stripe, 'checkout.session.completed')
  expect(await redeliver(all.stripe, completed.id, 50)).toHaveLength(50)
  await expectInTheEnd(all, { 'twice@test.example': sold, 'fifty@test.example': sold })
  expect(await redeliver(all.stripe, completed.id)).toEqual([200])
  await expectInTheEnd(all, { 'twice@test.example': sold, 'fifty@test.example': sold })
  seen.deliveries += 7 + 51
}, 120_000)

it('in reverse, and with the completed sale after its refund: one order', async () => {
  const all = await openAll()
  await setFaults(all.stripe, { webhooks: [{ kind: 'reorder', times: 7, count: 7 }] })
  await buy(all.web, all.shop, 'backwards@test.example')
  await expectInTheEnd(all, { 'backwards@test.example': sold })

  await setFaults(all.stripe, { webhooks: [{ kind: 'drop', times: null }] })
  await buy(all.web, all.shop, 'late@test.example')
  const completed = await newest(all.stripe, 'checkout.session.completed')
  await refundAtProvider(all.stripe, String(completed.data.object.payment_intent))
  await setFaults(all.stripe, {})
  expect(await standingOf(rows, all.shop, 'late@test.example')).toEqual(unknown)
  for (const type of ['charge.refunded', 'refund.created', 'charge.updated']) await redeliver(all.stripe, (await newest(all.stripe, type)).id)
  await redeliver(all.stripe, completed.id)
  await expectInTheEnd(all, { 'backwards@test.example': sold, 'late@test.example': takenBack })
  seen.deliveries += 4
}, 120_000)

it('six minutes old, an hour ahead, with a broken signature or of five megabytes: refused without effect, and taken when it comes rightly', async () => {
  const all = await openAll()
  await setFaults(all.stripe, { webhooks: [{ kind: 'drop', times: null }] })
  await buy(all.web, all.shop, 'forged@test.example')
  await setFaults(all.stripe, {})
  const { delivered: _, ...event } = await newest(all.stripe, 'checkout.session.completed')
  const body = JSON.stringify(event)
  const now = Math.floor(Date.now() / 1000)
  const { platform, connect } = ground().secrets
  const before = await rows('select id from webhook_events')
  const wrong = [sign(body, platform, now - 360), sign(body, platform, now + 3600), sign(body, connect, now), sign(`${body} `, platform, now), 'nonsense', '']
  for (const signature of wrong) expect([signature, await post(all.web, { body, signature })]).toEqual([signature, 400])
  const large = await post(all.web, { body: body.slice(0, 1000), signature: sign(body, platform, now), declaredBytes: 5 * 1024 ** 2 })
  expect(large).toBe(413)
  expect(await rows('select id from webhook_events')).toEqual(before)
  expect(await standingOf(rows, all.shop, 'forged@test.example')).toEqual(unknown)

  await setFaults(all.stripe, { webhooks: [{ kind: 'stale_signature', seconds: 360 }, { kind: 'bad_signature' }] })
  expect(await redeliver(all.stripe, event.id)).toEqual([400])
  await expectInTheEnd(all, { 'forged@test.example': sold })
  expect((await answersFor(all.stripe, event.id)).filter((status) => status !== null)).toEqual([400, 400, 200])
  seen.refused += wrong.length + 1 + 2
}, 120_000)

async function newest(stripe: { url: string }, type: string): Promise<KeptEvent> {
  const event = (await eventsOf(stripe, type)).at(-1)
  if (!event) throw new Error(`the emulator has no ${type}`)
  return event
}

/** Gives everything back as the provider's own dashboard would, with the school's share and the fee. */
async function refundAtProvider(stripe: { url: string }, paymentId: string): Promise<void> {
  const answer = await fetch(`${stripe.url}/v1/refunds`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_emulator', 'Content-Type': 'application/x-www-form-urlencoded', 'Stripe-Version': '2026-10-28.endive', 'Idempotency-Key': paymentId },
    body: new URLSearchParams({ payment_intent: paymentId, reverse_transfer: 'true', refund_application_fee: 'true' }),
  })
  if (answer.status !== 200) throw new Error(`the refund was answered ${answer.status}: ${await answer.text()}`)
}

function sign(body: string, secret: string, time: number): string {
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`
}

/** Posts a webhook; of a body that is declared longer than it is, the rest never comes, so the answer came early. */
function post(web: { url: string }, sent: { body: string; signature: string; declaredBytes?: number }): Promise<number> {
  const headers = { 'content-type': 'application/json', 'stripe-signature': sent.signature, 'content-length': String(sent.declaredBytes ?? Buffer.byteLength(sent.body)) }
  return new Promise((done, fail) => {
    const asked = request(`${web.url}/api/webhooks/stripe`, { method: 'POST', agent: false, headers }, (answer) => {
      answer.resume()
      done(answer.statusCode ?? 0)
      if (sent.declaredBytes) asked.destroy()
    })
    asked.setTimeout(10_000, () => asked.destroy(new Error('no answer within ten seconds')))
    asked.on('error', fail)
    asked.write(sent.body)
    if (!sent.declaredBytes) asked.end()
  })
}
