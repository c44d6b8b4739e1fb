import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { checkoutCookie, newCheckoutToken } from '#modules/commerce/index.ts'
import { buildCourse, buildMembership, buildSchool, buildUser, type BuiltSchool } from '../../../tests/support/builders.ts'
import { testBaseDomain, useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { openLiveLine, type LiveLine } from '#platform/live/live-line.ts'
import { answerFault } from '../http/answer-fault.ts'
import { liveApi } from './live.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const token = newCheckoutToken()
let [web, line]: [Hono, LiveLine | null] = [new Hono(), null]
let [melody, rival]: [BuiltSchool | null, BuiltSchool | null] = [null, null]
let [student, assistant, checkoutId] = ['', '', '']
const opened: Response[] = []

beforeAll(async () => {
  // Who is signed in is identity's to test; here a header says it.
  const asking = { ...app(), identity: { ...app().identity, findViewer: async (headers: Headers) => { const userId = headers.get('x-test-user'); return userId ? { userId, name: 'N', email: null, isOperator: false, language: null } : null } } }
  line = openLiveLine(asking.config)
  const live = liveApi(asking, line)
  web = new Hono().route('/api/live', live).route('/s/:slug/api/live', live)
  web.onError(answerFault)
  melody = await buildSchool(database(), 'melody')
  rival = await buildSchool(database(), 'rival')
  student = await buildUser(database(), 'Mei')
  assistant = await buildUser(database(), 'Tom')
  await buildMembership(database(), melody.organizationId, student, 'student')
  await buildMembership(database(), melody.organizationId, assistant, 'assistant')
  checkoutId = await buildCheckout(melody.organizationId)
})
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(opened.splice(0).map(async (answer) => answer.body?.cancel().catch(() => {})))
})
afterAll(async () => {
  await line?.close()
})

async function buildCheckout(organizationId: string): Promise<string> {
  const [id, offerId] = [v7(), v7()]
  const { courseId } = await buildCourse(database(), organizationId)
  await database().superuser.query(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency) values ($1, $2, 'course', $3, 'Piano', 8900, 'eur')`, [organizationId, offerId, courseId])
  await database().superuser.query(
    `insert into checkouts (organization_id, id, offer_id, email, token_hash, title, subject_kind, subject_id, amount_cents, currency, fee_bps, fee_cents)
     values ($1, $2, $3, 'mei@test.example', $4, 'Piano', 'course', $5, 8900, 'eur', 1000, 890)`,
    [organizationId, id, offerId, createHash('sha256').update(token).digest('hex'), courseId],
  )
  return id
}

async function ask(topics: string, who: { userId?: string | null; host?: string; path?: string; cookie?: string } = {}): Promise<Response> {
  const headers = { host: who.host ?? `melody.${testBaseDomain}`, ...(who.userId ? { 'x-test-user': who.userId } : {}), ...(who.cookie ? { cookie: who.cookie } : {}) }
  const answer = await web.request(`${who.path ?? '/api/live'}?topics=${encodeURIComponent(topics)}`, { headers })
  if (answer.ok) opened.push(answer)
  return answer
}

const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status

describe('who may hear', () => {
  it('orders: those who may read them', async () => {
    expect(await status('orders', { userId: melody?.ownerId })).toBe(200)
    expect(await status('orders', { userId: assistant })).toBe(404)
    expect(await status('orders', { userId: student })).toBe(404)
    expect(await status('orders', { userId: rival?.ownerId })).toBe(404)
    expect(await status('orders')).toBe(404)
  })

  it('progress: those who may read it', async () => {
    expect(await status('progress', { userId: assistant })).toBe(200)
    expect(await status('progress', { userId: student })).toBe(404)
  })

  it('the own library: everyone who is signed in, also before the first course', async () => {
    expect(await status('library', { userId: student })).toBe(200)
    expect(await status('library', { userId: rival?.ownerId })).toBe(200)
    expect(await status('library')).toBe(404)
  })

  it('a checkout: the browser that holds its secret, and nobody who only knows its id', async () => {
    expect(await status(`checkout:${checkoutId}`, { cookie: `${checkoutCookie}=${token}` })).toBe(200)
    expect(await status(`checkout:${checkoutId}`, { cookie: `${checkoutCookie}=${newCheckoutToken()}` })).toBe(404)
    expect(await status(`checkout:${checkoutId}`, { userId: melody?.ownerId })).toBe(404)
    expect(await status(`checkout:${checkoutId}`, { cookie: `${checkoutCookie}=${token}`, host: `rival.${testBaseDomain}` })).toBe(404)
  })

  it('all that was asked for, or nothing', async () => {
    expect(await status('library,orders', { userId: student })).toBe(404)
    expect(await status('library,orders', { userId: melody?.ownerId })).toBe(200)
  })

  it('nothing that does not exist; it looks the same as what is not for you', async () => {
    const answers = await Promise.all([ask('orders', { userId: student }), ask('secrets', { userId: student }), ask('', { userId: student }), ask('orders', { userId: student, host: `nobody.${testBaseDomain}` })])
    const bodies = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404])
    expect(new Set(bodies).size).toBe(1)
  })

  it('under the path of a school as on its host, and nowhere else', async () => {
    expect(await status('library', { userId: student, host: testBaseDomain, path: '/s/melody/api/live' })).toBe(200)
    expect(await status('library', { userId: student, host: testBaseDomain })).toBe(404)
  })
})

describe('a stream', () => {
  it('is one of a dozen that a person may have open', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('library', { userId: student })))
    expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(200))
    expect(await status('library', { userId: student })).toBe(429)
    expect(await status('library', { userId: melody?.ownerId })).toBe(200)
    await answers[0]?.body?.cancel()
    expect(await status('library', { userId: student })).toBe(200)
  })

  it('ends within half a minute of the membership', async () => {
    const leaving = await buildUser(database(), 'Ana')
    const membershipId = await buildMembership(database(), melody?.organizationId ?? '', leaving, 'student')
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const [staying, ending] = [await ask('library', { userId: student }), await ask('library', { userId: leaving })]
    await database().superuser.query('update organization_memberships set deleted_at = now() where id = $1', [membershipId])
    vi.advanceTimersByTime(30_000)
    await expect(readToEnd(ending)).resolves.toContain('retry: 1000')
    await expect(Promise.race([readToEnd(staying), new Promise((done) => setTimeout(done, 300, 'still open'))])).resolves.toBe('still open')
  })
})

async function readToEnd(answer: Response): Promise<string> {
  opened.splice(opened.indexOf(answer), 1)
  return answer.text()
}
