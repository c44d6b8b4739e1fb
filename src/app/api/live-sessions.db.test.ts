import { Hono } from 'hono'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccount, endSession, listSessions, signIn } from '#modules/identity/index.ts'
import { cookieHeader, withCookie } from '../../../tests/support/account-steps.ts'
import { buildSchool } from '../../../tests/support/builders.ts'
import { testBaseDomain, useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { liveApi } from './live.ts'

const database = useTestDatabase()
// Two processes, as far as the database can tell: sessions are ended by the one, pages are open at the other.
const [ending, serving] = [useTestApp(database), useTestApp(database)]
const password = 'a quiet morning'
let web = new Hono()

beforeAll(async () => {
  await buildSchool(database(), 'melody')
  web = new Hono().route('/api/live', liveApi(serving()))
})
afterAll(async () => {
  await serving().liveLine.close()
})

async function signedIn(email: string): Promise<string> {
  const result = await signIn(ending().systemCtx, { email, password, next: null, headers: new Headers(), address: v7() })
  return result.kind === 'signed-in' ? cookieHeader(result.cookies) : ''
}

/** Opens a line and waits until it hears. */
async function openLine(cookie: string, host = `melody.${testBaseDomain}`): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const answer = await web.request('/api/live?topics=library', { headers: { host, cookie } })
  expect(answer.status).toBe(200)
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  let heard = ''
  while (!heard.includes('data: open')) heard += new TextDecoder().decode((await reader.read()).value)
  return reader
}

async function readToEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  let heard = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) heard += new TextDecoder().decode(part.value)
  return heard
}

it('an open page at another process is told and its line ends, when its session does; other sessions keep theirs', async () => {
  const email = `${v7()}@test.example`
  const { userId } = await createAccount(ending().systemCtx, { email, name: 'Mei', password, isVerified: true })
  const [phone, laptop] = [await signedIn(email), await signedIn(email)]
  const [ofPhone, ofLaptop] = [await openLine(phone), await openLine(laptop)]

  const sessions = await listSessions(ending().systemCtx, userId, withCookie(phone))
  await endSession(ending().systemCtx, userId, sessions.find(({ isCurrent }) => isCurrent)?.id ?? '')
  expect(await readToEnd(ofPhone)).toContain('data: refresh')

  const rest = readToEnd(ofLaptop)
  expect(await serving().identity.findViewer(withCookie(phone))).toBeNull()
  expect(await serving().identity.findViewer(withCookie(laptop))).toMatchObject({ userId })
  await ending().identity.signOutEverywhere(userId)
  expect(await rest).toContain('data: refresh')
  expect(await serving().identity.findViewer(withCookie(laptop))).toBeNull()
})

it('a page on a school’s own domain is told as well, at once, when its person signs out everywhere', async () => {
  const email = `${v7()}@test.example`
  const { userId } = await createAccount(ending().systemCtx, { email, name: 'Mei', password, isVerified: true })
  const host = 'www.melody.example:3000'
  await database().superuser.query(`insert into domains (organization_id, id, host, challenge, state) select id, $1, 'www.melody.example', 'a challenge of twenty letters', 'verified' from organizations where slug = 'melody'`, [v7()])
  const visit = await carry(await signedIn(email), host)
  const line = await openLine(visit, host)
  expect(await serving().identity.findViewer(new Headers({ host, cookie: visit }))).toMatchObject({ userId })

  await ending().identity.signOutEverywhere(userId)
  expect(await readToEnd(line)).toContain('data: refresh')
  expect(await serving().identity.findViewer(new Headers({ host, cookie: visit }))).toBeNull()
})

/** Carries a session to a school's own domain. @returns the cookie that it has there */
async function carry(cookie: string, host: string): Promise<string> {
  const { handOvers } = serving().accounts
  if (!handOvers) throw new Error('these accounts carry sessions')

  const { nonceHash, cookies } = handOvers.begin(new Headers({ host }))
  const code = await handOvers.createCode(withCookie(cookie), { host: host.split(':')[0] ?? '', nonceHash })
  const outcome = await handOvers.arrive(new Headers({ host, cookie: cookieHeader(cookies) }), code ?? '')
  return outcome.kind === 'arrived' ? cookieHeader(outcome.cookies) : ''
}
