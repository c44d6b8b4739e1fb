import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { requirePasswords } from '#modules/identity/index.ts'
import { answerFault } from '../http/answer-fault.ts'
import { authApi } from './auth.ts'
import { usersSyncApi } from './users-sync.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const passwords = () => requirePasswords(app())
const password = 'a quiet morning'

function web(): Hono {
  const made = new Hono()
  made.onError(answerFault)
  return made.route('/api/users/sync', usersSyncApi(app())).route('/api/auth', authApi(app()))
}

async function sessionToken(email: string): Promise<string> {
  const result = await passwords().signIn({ email, password, headers: new Headers(), address: '10.0.0.1' })
  if (result.kind !== 'signed-in') throw new Error('not signed in')
  return decodeURIComponent(/cove\.session_token=([^;]+)/.exec(result.cookies.join(';'))?.[1] ?? '')
}

const sync = (headers: Record<string, string>) => web().request('/api/users/sync', { method: 'POST', headers })

describe('POST /api/users/sync', () => {
  it('200: makes the user of the bearer and gives it', async () => {
    await passwords().createAccount({ email: 'mei@test.example', name: 'Mei', password, isVerified: true })
    const answer = await sync({ authorization: `Bearer ${await sessionToken('mei@test.example')}` })
    expect(answer.status).toBe(200)
    const { data } = (await answer.json()) as { data: { id: string } }
    expect(data).toMatchObject({ name: 'Mei', email: 'mei@test.example' })
    const { rows } = await database().superuser.query('select name from users where id = $1', [data.id])
    expect(rows).toEqual([{ name: 'Mei' }])
  })

  it('200: brings what changed at the provider', async () => {
    const account = await passwords().createAccount({ email: 'rui@test.example', name: 'Rui', password, isVerified: true })
    const authorization = `Bearer ${await sessionToken('rui@test.example')}`
    await sync({ authorization })
    await app().accounts.renameAccount(account?.subject ?? '', 'Rui Sá')
    expect(await (await sync({ authorization })).json()).toMatchObject({ data: { name: 'Rui Sá' } })
  })

  it.each([{}, { authorization: 'Bearer made-up' }, { authorization: 'Basic bWVpOng=' }, { cookie: 'cove.session_token=x.y' }])('401: with %o', async (headers) => {
    const answer = await sync(headers as Record<string, string>)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  })

  it('401: after signing out everywhere', async () => {
    const account = await passwords().createAccount({ email: 'leo@test.example', name: 'Leo', password, isVerified: true })
    const authorization = `Bearer ${await sessionToken('leo@test.example')}`
    await app().accounts.signOutEverywhere(account?.subject ?? '')
    expect((await sync({ authorization })).status).toBe(401)
  })

  it('404: for reading', async () => {
    expect((await web().request('/api/users/sync')).status).toBe(404)
  })
})

describe('/api/auth', () => {
  it('302: from a link to sign in, with the session and nothing to keep', async () => {
    const link = await app().identity.createSignInLink({ email: 'new@test.example', name: 'New', callbackUrl: 'http://coursecove.localhost:3000/account', expiresInSeconds: 60 })
    const answer = await web().request(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'http://coursecove.localhost:3000/account'])
    expect(answer.headers.getSetCookie().join()).toContain('cove.session_token=')
    expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer'])
  })

  it.each(['GET', 'POST', 'PUT', 'DELETE'])('404: %s anything else', async (method) => {
    expect((await web().request('/api/auth/sign-in/email', { method })).status).toBe(404)
  })
})
