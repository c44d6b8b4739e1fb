import { beforeAll, describe, expect, it } from 'vitest'
import { everyEndpoint } from '../../src/app/api/v1/endpoints/every-endpoint.ts'
import { openApiWorld, type ApiAnswer, type ApiRequest } from '../support/api-world.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { buildWorld, type World } from '../isolation/world.ts'
import { badParts, badWords, insideWords } from './bad-values.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const api = openApiWorld(app, database)
/** As they fit into an address, and as text. */
const words = Object.entries(badWords).filter(([what]) => what !== 'one megabyte').map(([, word]) => word)
const asText = (word: string) => new URLSearchParams(`word=${word}`).get('word')
let schools: World
let key: string
let asked = 0
let answered: string[] = []

beforeAll(async () => {
  schools = await buildWorld(database().superuser)
  key = (await api().key({ organizationId: schools.a.id, slug: schools.a.slug, ownerId: schools.a.people.owner })).secret
})

/** Asks, and notes what may never be: a fault of ours, or words from inside. The document is held against every answer besides. */
async function ask(request: ApiRequest): Promise<ApiAnswer> {
  asked += 1
  // Thousands of questions are one minute's: the limit is tried elsewhere.
  if (asked % 200 === 0) await database().superuser.query('update api_keys set window_used = 0')
  const answer = await api().ask(schools.a, { key, ...request })
  const what = `${request.method ?? 'GET'} ${request.path} ${JSON.stringify(request.body ?? '')} ${JSON.stringify(request.headers ?? {})}`.slice(0, 300)
  if (answer.status >= 500) answered.push(`${what}: ${answer.status}`)
  const inside = insideWords.exec(JSON.stringify(answer.body))
  if (inside) answered.push(`${what}: says "${inside[0].trim()}"`)
  return answer
}

async function finish(atLeast: number): Promise<void> {
  const [count, faults] = [asked, answered]
  asked = 0
  answered = []
  console.log(`spoilt API: ${count} questions, ${faults.length} answered wrongly`)
  expect(faults).toEqual([])
  expect(count).toBeGreaterThan(atLeast)
}

describe('the API, asked what nobody should ask', () => {
  it('answers bad ids, questions and cursors with a fault of the asker', async () => {
    for (const { method, path, query, body } of everyEndpoint) {
      const request = { method: method.toUpperCase() as 'GET', ...(body ? { body: {} } : {}) }
      for (const part of path.includes('{') ? badParts : []) {
        const { status } = await ask({ ...request, path: path.replace('{id}', part) })
        expect([401, 403, 404, 405, 422, 400], `${path} with ${part}`).toContain(status)
      }
      for (const name of Object.keys(query?.shape ?? {})) for (const word of words) await ask({ ...request, path: `${path}?${name}=${word}` })
      for (const cursor of ['', 'x', '~~~', '%00', ...['people:', 'people:{}', 'orders:x', 'enrolments:0', 'courses:9999999999.x', 'coupons:\0'].map((inner) => Buffer.from(inner).toString('base64url'))]) {
        await ask({ ...request, path: `${path.replace('{id}', schools.a.id)}?after=${cursor}` })
      }
    }
    await finish(200)
  }, 120_000)

  it('answers bad bodies with 400 or 422, and does nothing', async () => {
    const before = await counts()
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
    for (const { path } of everyEndpoint.filter(({ body }) => body)) {
      const post = (body: unknown, headers: Record<string, string> = {}) => ask({ path, method: 'POST', body, headers })
      for (const body of ['', 'null', '[]', '7', '"text"', '{', '{"email":', deep, '{"email":"a\\u0000b@test.example"}', '\0', '\uFEFF{}', '{"__proto__":{"role":"owner"}}', '{"constructor":{"prototype":{}}}', '{"email":"a@test.example","role":"owner"}', '{"email":"a@test.example","more":1}', '{"email":{"$ne":null},"role":["student"]}']) {
        expect([400, 422], `${path} ${body.slice(0, 60)}`).toContain((await post(body)).status)
      }
      for (const word of words.map(asText)) expect([400, 422], String(word)).toContain((await post({ email: word, courseId: word, userId: word })).status)
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '', 'application/jsonx']) expect((await post('{}', { 'content-type': type })).status, type).toBe(400)
      expect((await post(JSON.stringify({ email: 'x'.repeat(70_000) }))).status).toBe(413)
      for (const word of ['', 'x'.repeat(256), 'é', '\t']) expect((await post({ email: 'not an address' }, { 'idempotency-key': word })).status, word).toBe(422)
    }
    expect(await counts()).toEqual(before)
    await finish(60)
  }, 120_000)

  it('answers strange keys with 401', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer ', `Basic ${Buffer.from('a:b').toString('base64')}`, `Bearer ${key} ${key}`, `Bearer ${key}x`, `Bearer ${key.slice(0, -1)}`, `bearer  cove_'; drop table api_keys; --`, `Bearer ${'x'.repeat(8000)}`, `Token ${key}`, key]) {
      // Sixty in a minute are told to wait instead.
      expect([401, 429], authorization.slice(0, 40)).toContain((await ask({ path: '/courses', key: null, headers: { authorization } })).status)
    }
    expect((await ask({ path: '/courses' })).status).toBe(200)
    await finish(10)
  })

  async function counts(): Promise<unknown> {
    const { rows } = await database().superuser.query('select (select count(*) from organization_invitations) as invitations, (select count(*) from enrolments) as enrolments, (select count(*) from api_answers) as answers')
    return rows[0]
  }
})
