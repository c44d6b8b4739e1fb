import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { answerFault } from '../http/answer-fault.ts'
import { webhooksApi } from './webhooks.ts'

const database = useTestDatabase()
const secret = 'whsec_of_the_tests'
const app = useTestApp(database, { STRIPE_SECRET_KEY: 'sk_test_of_the_tests', STRIPE_WEBHOOK_SECRET: secret })
let web = new Hono()
beforeAll(() => {
  web = new Hono().route('/api/webhooks', webhooksApi(app()))
  web.onError(answerFault)
})

const event = (id: string) => JSON.stringify({ id, object: 'event', type: 'plan.created', created: Math.floor(Date.now() / 1000), data: { object: { id: 'plan_1', object: 'plan' } } })

async function post(provider: string, body: string, signedSecondsAgo = 0, signedWith = secret): Promise<Response> {
  const time = Math.floor(Date.now() / 1000) - signedSecondsAgo
  const signature = createHmac('sha256', signedWith).update(`${time}.${body}`).digest('hex')
  return web.request(`/api/webhooks/${provider}`, { method: 'POST', body, headers: { 'stripe-signature': `t=${time},v1=${signature}` } })
}

async function stored(id: string): Promise<Record<string, unknown> | undefined> {
  return (await database().superuser.query('select provider, status, deliveries from webhook_events where event_id = $1', [id])).rows[0]
}

describe('POST /api/webhooks/stripe', () => {
  it('200: the event is stored, once', async () => {
    const body = event('evt_200')
    expect((await post('stripe', body)).status).toBe(200)
    expect((await post('stripe', body)).status).toBe(200)
    expect(await stored('evt_200')).toEqual({ provider: 'stripe', status: 'completed', deliveries: 2 })
  })

  it('400: signed with another secret, or not now, or not at all', async () => {
    expect((await post('stripe', event('evt_400'), 0, 'whsec_forged')).status).toBe(400)
    expect((await post('stripe', event('evt_400'), 301)).status).toBe(400)
    expect((await post('stripe', event('evt_400'), -302)).status).toBe(400)
    expect((await web.request('/api/webhooks/stripe', { method: 'POST', body: event('evt_400') })).status).toBe(400)
    expect(await stored('evt_400')).toBeUndefined()
  })

  it('413: larger than any event', async () => {
    expect((await post('stripe', 'x'.repeat(1024 ** 2 + 1))).status).toBe(413)
  })
})

describe('POST /api/webhooks/stripe-connect', () => {
  it('503: its secret is not set, so the sender keeps the event', async () => {
    const answer = await post('stripe-connect', event('evt_503'))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('300')
  })
})

describe('POST /api/webhooks/clerk', () => {
  it('503 with a sentence: its secret is not set, so the sender keeps the event', async () => {
    const answer = await post('clerk', event('evt_clerk'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '300'])
    expect(await answer.json()).toMatchObject({ detail: 'The webhook secret of clerk is not set on this installation.' })
  })
})

describe('other addresses', () => {
  it('404: a provider that nobody knows', async () => {
    expect((await post('paypal', event('evt_404'))).status).toBe(404)
  })
})
