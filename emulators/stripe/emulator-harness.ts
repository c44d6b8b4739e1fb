import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import type { StripeEmulator, StripeEmulatorOptions } from './start-stripe-emulator.ts'
import { startStripeEmulator } from './start-stripe-emulator.ts'

export type Received = { body: string; signature: string; host: string; event: Stripe.Event }
export const SECRET = 'whsec_test_of_the_emulator'

/** The official SDK, pointed at an emulator. */
export function sdkFor(emulator: StripeEmulator, key = emulator.secretKey): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port: emulator.port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
}

/** A receiver of webhooks that answers what it is told to. */
export async function startReceiver() {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      received.push({ body, signature: String(request.headers['stripe-signature']), host: String(request.headers.host), event: JSON.parse(body) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port, received,
    url: `http://127.0.0.1:${port}/webhooks`,
    /** The statuses of the next answers; 200 when there are none left. */
    answerNext: (...statuses: number[]) => answers.push(...statuses),
    types: () => received.map((one) => one.event.type),
    close: () => new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>

/** An emulator with one platform receiver, and an account ready to be paid. */
export async function startWithReceiver(options: StripeEmulatorOptions = {}) {
  const receiver = await startReceiver()
  const emulator = await startStripeEmulator({
    port: 0, webhooks: [{ url: receiver.url, secret: SECRET }], seed: 'test', ...options,
  })
  return { emulator, receiver, stripe: sdkFor(emulator), close: async () => { await emulator.close(); await receiver.close() } }
}

/** A connected account whose set-up was completed on its page. */
export async function readyAccount(emulator: StripeEmulator, choice: 'complete' | 'unfinished' | 'restricted' = 'complete'): Promise<string> {
  const stripe = sdkFor(emulator)
  const account = await stripe.v2.core.accounts.create({
    contact_email: 'school@example.com', display_name: 'Melody Music School', dashboard: 'express',
    identity: { country: 'us', entity_type: 'company' },
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    defaults: { currency: 'usd', responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
  })
  await setUp(emulator, account.id, choice)
  return account.id
}

/** Walks through the set-up page of an account. @returns where the page leads on to */
export async function setUp(emulator: StripeEmulator, account: string, choice: string): Promise<string | null> {
  const link = await sdkFor(emulator).v2.core.accountLinks.create({
    account,
    use_case: { type: 'account_onboarding', account_onboarding: { refresh_url: 'https://school.example/refresh', return_url: 'https://school.example/return' } },
  })
  const page = await (await fetch(link.url)).text()
  const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await postForm(link.url, { ticket, choice })
  return answer.headers.get('location')
}

/** A session for one item of `amount`, with a tenth for the platform when there is a destination. */
export function createSession(stripe: Stripe, amount: number, destination?: string, more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'Bowing, from the start' } } }],
    success_url: 'https://school.example/paid?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://school.example/course',
    client_reference_id: 'order_1', metadata: { order: '1' },
    payment_intent_data: destination
      ? { application_fee_amount: Math.floor(amount / 10), transfer_data: { destination }, metadata: { order: '1' } }
      : { metadata: { order: '1' } },
    ...more,
  })
}

/** Presses a button of the checkout page. */
export function choose(session: { url: string | null; id: string }, emulator: StripeEmulator, choice: string, email = 'mei@example.com'): Promise<Response> {
  return postForm(`${emulator.url}/c/pay/${session.id}`, { choice, email })
}

export function postForm(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
}

export function postJson(url: string, body: unknown): Promise<Response> {
  return fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
}

/** Waits for something that comes by itself within a few seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  if (!isTrue()) throw new Error('It did not happen within three seconds.')
}
