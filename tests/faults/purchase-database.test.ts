import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPools } from '../../src/platform/db/pools.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'
import { useOwnDatabase } from './own-database.ts'
import { waitFor, type WebProgram } from './programs.ts'
import { expectInTheEnd, sold } from './purchase-books.ts'
import { layLine, type Line } from './purchase-line.ts'
import { askEmulator, beginToBuy, openForm, openShop, pay, setFaults, visit, type Rows, type Seen, type Shop } from './purchase-shop.ts'

// A server of its own, behind a line of its own: it is stopped here, and the line made to swallow what it carries.
const database = useOwnDatabase('purchase')
let line: Line | null = null
const done: string[] = []
beforeAll(async () => {
  line = await layLine(database().port)
})
afterAll(async () => {
  await line?.close()
  console.log(`faults: purchases with ${done.join(', ')}`)
})
const ground = useFaultGround(() => ({ ...database().source, databaseUrl: throughLine(database().source.databaseUrl) }))
const patient = { STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,1,1,1,2,2,2,2,2,2,4,4,4,4,4,4,4,4' }

function throughLine(url: string): string {
  const led = new URL(url)
  led.port = String(line?.port)
  return led.href
}

const rows: Rows = (text, values) => database().ask(text, values)

/** Builds a shop by connections of its own, which are closed before anything is stopped. */
async function buildShop(stripe: { url: string }, web: { url: string }): Promise<Shop> {
  const { source, superuserUrl } = database()
  const superuser = new pg.Pool({ connectionString: superuserUrl, max: 2 })
  const connected: TestDatabase = { source, pools: openPools(source), superuser }
  try {
    return await openShop(connected, stripe, web)
  } finally {
    await Promise.all([superuser.end(), connected.pools.close()])
  }
}

async function openAll() {
  const stripe = await ground().startStripe(patient)
  const web = await ground().startWeb()
  const worker = await ground().startWorker()
  const shop = await buildShop(stripe, web)
  return { stripe, web, worker, shop, rows, describe: () => `${web.output().slice(-2500)}\n${worker.output().slice(-2500)}` }
}

/** Presses the form's button and returns when the checkout is written down and the provider is being asked. */
async function pressAndPause(all: { stripe: WebProgram; web: WebProgram; shop: Shop }, email: string): Promise<{ cookie: string; answer: Promise<Seen> }> {
  const cookie = await openForm(all.web, all.shop)
  await setFaults(all.stripe, { api: [{ kind: 'delay', method: 'POST', path: '/v1/checkout/sessions', seconds: 3 }] })
  const answer = visit(all.web, all.shop.checkoutPath, { form: { email }, cookie })
  await waitFor(async () => (await rows('select id from checkouts where organization_id = $1 and email = $2', [all.shop.organizationId, email])).length === 1)
  return { cookie, answer }
}

/** Presses until the payment page opens. */
async function pressAgain(all: { web: WebProgram; shop: Shop }, email: string, cookie: string): Promise<string> {
  let last: Seen | null = null
  await waitFor(async () => {
    last = await visit(all.web, all.shop.checkoutPath, { form: { email }, cookie })
    return last.status === 303
  }, 40_000, () => `the form answers ${last?.status}`)
  return (last as Seen | null)?.location ?? ''
}

async function sessionsOf(stripe: { url: string }, email: string): Promise<number> {
  const { sessions } = await askEmulator<{ sessions: Record<string, { customer_email: string }> }>(stripe, '/_emulator/state')
  return Object.values(sessions).filter((session) => session.customer_email === email).length
}

it('the database stops in the middle of a checkout, and again when the money is paid: calm answers, and one order', async () => {
  const all = await openAll()
  const { cookie, answer } = await pressAndPause(all, 'mei@test.example')
  await database().stop()
  expect((await answer).status).toBe(503)
  expect((await visit(all.web, all.shop.checkoutPath)).status).toBe(503)
  expect((await visit(all.web, all.shop.checkoutPath, { form: { email: 'mei@test.example' }, cookie })).status).toBe(503)
  await database().start()
  const paymentPage = await pressAgain(all, 'mei@test.example', cookie)
  expect(await sessionsOf(all.stripe, 'mei@test.example')).toBe(1)

  await database().stop()
  await pay(paymentPage, 'mei@test.example')
  await waitFor(async () => {
    const { data } = await askEmulator<{ data: { eventType: string; attempts: { status: number | null }[] }[] }>(all.stripe, '/_emulator/deliveries')
    return data.some((one) => one.eventType === 'checkout.session.completed' && one.attempts.some(({ status }) => status === 503))
  })
  await database().start()
  await expectInTheEnd(all, { 'mei@test.example': sold })
  expect([all.web.isRunning(), all.worker.isRunning()]).toEqual([true, true])
  done.push('the database stopped 2×')
}, 150_000)

it('the line to the database swallows everything for a while: no request hangs, and in the end each purchase is sold once', async () => {
  const all = await openAll()
  const opened = await beginToBuy(all.web, all.shop, 'before@test.example')
  const { cookie, answer } = await pressAndPause(all, 'during@test.example')
  line?.swallow()
  await pay(opened, 'before@test.example')
  const answers = await Promise.all([answer, visit(all.web, all.shop.checkoutPath), visit(all.web, `/s/${all.shop.slug}`)])
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
  line?.pass()
  const swallowedMs = Math.max(...answers.map(({ tookMs }) => tookMs))

  const paymentPage = await pressAgain(all, 'during@test.example', cookie)
  expect(await sessionsOf(all.stripe, 'during@test.example')).toBe(1)
  await pay(paymentPage, 'during@test.example')
  await expectInTheEnd(all, { 'before@test.example': sold, 'during@test.example': sold })
  expect([all.web.isRunning(), all.worker.isRunning()]).toEqual([true, true])
  done.push(`its line swallowing all for ${(swallowedMs / 1000).toFixed(1)} s`)
}, 150_000)
