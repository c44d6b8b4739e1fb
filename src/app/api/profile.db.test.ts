import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { requirePasswords } from '#modules/identity/index.ts'
import { buildMembership, buildSchool } from '../../../tests/support/builders.ts'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { answerFault } from '../http/answer-fault.ts'
import { profileApi } from './profile.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const password = 'a quiet morning'
const host = 'melody.coursecove.localhost:3000'

/** Signs a person in and says what a browser would send. */
async function signIn(email: string, name: string): Promise<{ cookie: string; bearer: string }> {
  const passwords = requirePasswords(app())
  await passwords.createAccount({ email, name, password, isVerified: true })
  const result = await passwords.signIn({ email, password, headers: new Headers(), address: '10.0.0.1' })
  if (result.kind !== 'signed-in') throw new Error('not signed in')
  const cookie = result.cookies.map((line) => line.split(';')[0]).join('; ')
  return { cookie, bearer: decodeURIComponent(/cove\.session_token=([^;]+)/.exec(cookie)?.[1] ?? '') }
}

const web = () => {
  const made = new Hono()
  made.onError(answerFault)
  return made.route('/api/profile', profileApi(app()))
}
const get = (headers: Record<string, string>) => web().request(`http://${host}/api/profile`, { headers: { host, ...headers } })
const put = (headers: Record<string, string>, body: unknown) => web().request(`http://${host}/api/profile`, { method: 'PUT', headers: { host, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('/api/profile', () => {
  it('200: tells who is signed in and where they belong, by cookie or bearer, and makes the user whom no event brought', async () => {
    const { cookie, bearer } = await signIn('mei@test.example', 'Mei')
    expect((await database().superuser.query(`select 1 from users where email = 'mei@test.example'`)).rows).toEqual([])
    const { data } = (await (await get({ authorization: `Bearer ${bearer}` })).json()) as { data: { id: string } }
    expect(data).toMatchObject({ name: 'Mei', email: 'mei@test.example', organizations: [] })
    const { organizationId, slug } = await buildSchool(database(), 'belonging')
    await buildMembership(database(), organizationId, data.id, 'student')
    await buildSchool(database(), 'not-belonging')
    expect(await (await get({ cookie })).json()).toEqual({ data: { ...data, organizations: [{ id: organizationId, slug, name: slug, role: 'student' }] } })
  })

  it('200: changes the name where people change it', async () => {
    const { cookie, bearer } = await signIn('rui@test.example', 'Rui')
    expect(await (await put({ authorization: `Bearer ${bearer}` }, { name: 'Rui Sá' })).json()).toMatchObject({ data: { name: 'Rui Sá' } })
    expect(await (await put({ cookie, origin: `http://${host}` }, { name: 'Rui Costa' })).json()).toMatchObject({ data: { name: 'Rui Costa' } })
    expect((await database().superuser.query(`select name from better_auth."user" where email = 'rui@test.example'`)).rows).toEqual([{ name: 'Rui Costa' }])
  })

  it('403: not with the cookie of another site’s page', async () => {
    const { cookie } = await signIn('leo@test.example', 'Leo')
    const foreign: Record<string, string>[] = [{}, { origin: 'http://other.coursecove.localhost:3000' }, { origin: 'null' }]
    for (const headers of foreign) expect((await put({ cookie, ...headers }, { name: 'Taken' })).status).toBe(403)
    expect((await database().superuser.query(`select name from better_auth."user" where email = 'leo@test.example'`)).rows).toEqual([{ name: 'Leo' }])
  })

  it.each([{}, { authorization: 'Bearer made-up' }, { cookie: 'cove.session_token=x.y' }])('401: with %o', async (headers) => {
    const answer = await get(headers as Record<string, string>)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
  })

  it('422: for what is no name', async () => {
    const { bearer } = await signIn('ana@test.example', 'Ana')
    for (const body of ['', 'no json', '[]', '{"name":""}', '{"name":7}', '{"name":"a\\u0000b"}', { name: 'x'.repeat(121) }]) {
      const answer = await put({ authorization: `Bearer ${bearer}` }, body)
      expect([answer.status, ((await answer.json()) as { errors: object }).errors], JSON.stringify(body)).toEqual([422, { name: expect.any(String) }])
    }
  })

  it('413: for far too much', async () => {
    const { bearer } = await signIn('eva@test.example', 'Eva')
    expect((await put({ authorization: `Bearer ${bearer}` }, 'x'.repeat(20_000))).status).toBe(413)
  })
})
