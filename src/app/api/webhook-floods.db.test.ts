import { Hono } from 'hono'
import { Webhook } from 'svix'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { answerFault } from '../http/answer-fault.ts'
import { webhooksApi } from './webhooks.ts'

const secretOf = (text: string) => `whsec_${Buffer.from(text).toString('base64')}`
const [older, newer, forged] = [secretOf('the one before the change'), secretOf('the one since the change'), secretOf('of nobody here')]
const keys = { CLERK_SECRET_KEY: 'sk_test_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('quiet-heron-1.clerk.accounts.dev$').toString('base64')}` }

const database = useTestDatabase()
const during = useTestApp(database, { ...keys, CLERK_WEBHOOK_SECRET: `${newer} ${older}`, TRUSTED_PROXIES: '10.0.0.1' })
const after = useTestApp(database, { ...keys, CLERK_WEBHOOK_SECRET: newer })
type Web = { request: Hono['request'] }
let [duringWeb, afterWeb]: Web[] = []
beforeAll(() => {
  const serve = (app: ReturnType<typeof during>) => {
    const web = new Hono().route('/api/webhooks', webhooksApi(app))
    web.onError(answerFault)
    return web
  }
  ;[duringWeb, afterWeb] = [serve(during()), serve(after())]
})

function post(web: Web | undefined, secret: string, address: string, forwarded = ''): Promise<Response> {
  const [id, at, body] = [`msg_${v7()}`, new Date(), JSON.stringify({ object: 'event', type: 'session.created', timestamp: Date.now(), data: { id: 'sess_1' } })]
  const headers = { 'svix-id': id, 'svix-timestamp': String(Math.floor(at.getTime() / 1000)), 'svix-signature': new Webhook(secret).sign(id, at, body) }
  const incoming = { socket: { remoteAddress: address }, headers: { 'x-forwarded-for': forwarded } }
  return Promise.resolve(web?.request('/api/webhooks/clerk', { method: 'POST', body, headers }, { incoming }) ?? new Response())
}
const statuses = async (posts: Promise<Response>[]) => {
  const counts: Record<number, number> = {}
  for (const answer of await Promise.all(posts)) counts[answer.status] = (counts[answer.status] ?? 0) + 1
  return counts
}

describe('a flood of bad signatures', () => {
  it('gets 429 and when to come again, and takes nothing from good ones of the same address', async () => {
    const address = '203.0.113.7'
    expect(await statuses(Array.from({ length: 200 }, () => post(duringWeb, forged, address)))).toEqual({ 400: 60, 429: 140 })
    const told = await post(duringWeb, forged, address)
    expect([told.status, Number(told.headers.get('retry-after')) > 0, Number(told.headers.get('retry-after')) <= 60]).toEqual([429, true, true])

    const mixed = Array.from({ length: 100 }, (_, index) => post(duringWeb, index % 2 ? newer : forged, address))
    expect(await statuses(mixed)).toEqual({ 200: 50, 429: 50 })
    expect((await post(duringWeb, forged, '203.0.113.8')).status).toBe(400)
  })

  it('is one sender’s, also where all come through a proxy that is trusted', async () => {
    const [proxy, flooding, other] = ['10.0.0.1', '203.0.113.20', '203.0.113.21']
    expect(await statuses(Array.from({ length: 100 }, () => post(duringWeb, forged, proxy, `198.51.100.1, ${flooding}`)))).toEqual({ 400: 60, 429: 40 })
    expect([(await post(duringWeb, forged, proxy, `198.51.100.9, ${flooding}`)).status, (await post(duringWeb, forged, proxy, other)).status]).toEqual([429, 400])
    // Whoever is no such proxy speaks for nobody else.
    expect((await post(duringWeb, forged, flooding, other)).status).toBe(429)
  })

  it('is none of thirty-two good senders, however many they send', async () => {
    const senders = Array.from({ length: 32 }, async () => {
      const seen: Response[] = []
      for (let sent = 0; sent < 40; sent += 1) seen.push(await post(duringWeb, newer, '203.0.113.9'))
      return seen
    })
    expect(await statuses((await Promise.all(senders)).flat().map((answer) => Promise.resolve(answer)))).toEqual({ 200: 1280 })
  })
})

describe('a secret that takes over from another', () => {
  it('is taken beside the older one, and then alone', async () => {
    expect([(await post(duringWeb, older, 'a')).status, (await post(duringWeb, newer, 'a')).status]).toEqual([200, 200])
    expect([(await post(afterWeb, older, 'a')).status, (await post(afterWeb, newer, 'a')).status]).toEqual([400, 200])
  })
})
