import { request, type IncomingMessage } from 'node:http'
import { v7 } from 'uuid'
import type { MemberRole } from '../../src/platform/db/with-tenant.ts'
import type { App } from '../../src/wiring.ts'
import { cookieHeader } from '../support/account-steps.ts'
import type { TestDatabase } from '../support/test-database.ts'

/** What is sent to the built web process. */
export interface Sent {
  /** Host and port as the browser would name them. */
  host: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Fields of a form; stands instead of a body. */
  form?: Record<string, string> | [string, string][]
  cookie?: string
}

const askWithinMs = 20_000

/**
 * Asks the web process under any host name, as `fetch` cannot. A mutation comes from the host's own page unless its
 * headers say otherwise; an event stream is left as soon as it began.
 *
 * @param port of 127.0.0.1
 */
export function askServer(port: number, { host, path, method = 'GET', headers = {}, body, form, cookie }: Sent): Promise<Response> {
  const content = form ? new URLSearchParams(form).toString() : body
  const named: Record<string, string> = {
    host,
    ...(method === 'GET' || method === 'HEAD' ? {} : { origin: `http://${host}` }),
    ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    ...(content === undefined ? {} : { 'content-length': String(Buffer.byteLength(content)) }),
    ...(cookie ? { cookie } : {}),
    accept: 'text/html',
    ...headers,
  }
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers: named, timeout: askWithinMs, agent: false }, (answer) => {
      readAnswer(answer).then(done, fail)
    })
    asked.on('timeout', () => asked.destroy(new Error(`${method} ${path.slice(0, 200)} was not answered in time`)))
    asked.on('error', fail)
    asked.end(content)
  })
}

async function readAnswer(answer: IncomingMessage): Promise<Response> {
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct)) for (const value of values ?? []) headers.append(name, value)
  const status = answer.statusCode ?? 0
  if (headers.get('content-type')?.startsWith('text/event-stream')) {
    answer.destroy()
    return new Response('(a stream)', { status, headers })
  }
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return new Response([204, 205, 304].includes(status) ? null : Buffer.concat(parts), { status, headers })
}

/** Somebody who is signed in at the installation, with the cookies of the browser. */
export interface SignedIn {
  userId: string
  email: string
  cookie: string
}

export const password = 'a quiet morning'

/**
 * Makes an account and signs it in by the form, as a person would.
 *
 * @param memberships the schools that the person belongs to, by id
 */
export async function signInByForm(database: TestDatabase, app: App, port: number, memberships: Record<string, MemberRole>): Promise<SignedIn> {
  const email = `${v7()}@test.example`
  await app.passwords?.createAccount({ email, name: 'Ines', password, isVerified: true })
  const host = `coursecove.localhost:${port}`
  const answer = await askServer(port, { host, path: '/sign-in', method: 'POST', form: { email, password } })
  if (answer.status >= 400) throw new Error(`signing in was answered with ${answer.status}`)

  const cookie = cookieHeader(answer.headers.getSetCookie())
  // The user is there with the first page that asks who it is.
  await askServer(port, { host, path: '/account', cookie })
  const found = await database.superuser.query<{ id: string }>('select id from users where email = $1', [email])
  const userId = found.rows[0]?.id
  if (!userId) throw new Error('the account that signed in has no user')

  for (const [organizationId, role] of Object.entries(memberships)) {
    await database.superuser.query('insert into organization_memberships (organization_id, id, user_id, role) values ($1, $2, $3, $4)', [organizationId, v7(), userId, role])
  }
  return { userId, email, cookie }
}
