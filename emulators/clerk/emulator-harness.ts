import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClerkClient } from '@clerk/backend'
import type { ClerkEmulator, ClerkEmulatorOptions } from './start-clerk-emulator.ts'
import { startClerkEmulator } from './start-clerk-emulator.ts'
import { generatePrivateKey } from './signing-keys.ts'

export const SECRET = `whsec_${Buffer.from('a secret of the emulator, for tests').toString('base64')}`
/** One key for all emulators of a file: making one takes a tenth of a second. */
const PRIVATE_KEY = generatePrivateKey()

type EventBody = { type: string; object: string; timestamp: number; instance_id: string; event_attributes: unknown; data: Record<string, unknown> }
export type Received = { body: string; headers: IncomingHttpHeaders; event: EventBody }

type Answer = number | 'never' | { status: number; headers: Record<string, string> }

/** The official SDK, pointed at an emulator. */
export function sdkFor(emulator: ClerkEmulator, secretKey = emulator.secretKey) {
  return createClerkClient({
    secretKey, apiUrl: emulator.url, publishableKey: emulator.connection.CLERK_PUBLISHABLE_KEY, jwtKey: emulator.connection.CLERK_JWT_KEY,
    proxyUrl: emulator.connection.CLERK_PROXY_URL, telemetry: { disabled: true },
  })
}
export type Sdk = ReturnType<typeof sdkFor>

/** A receiver of webhooks that answers what it is told to. */
export async function startReceiver() {
  const received: Received[] = []
  const answers: Answer[] = []
  const open = { now: 0, most: 0 }
  const server = createServer((request, response) => {
    open.now += 1
    open.most = Math.max(open.most, open.now)
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      received.push({ body, headers: request.headers, event: JSON.parse(body) })
      const answer = answers.shift() ?? 200
      if (answer === 'never') return
      const { status, headers } = typeof answer === 'number' ? { status: answer, headers: {} } : answer
      // The answer waits a turn, so that tries that run at once are seen at once.
      setTimeout(() => {
        open.now -= 1
        response.writeHead(status, headers).end()
      }, 2)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port, received, open,
    url: `http://127.0.0.1:${port}/webhooks`,
    /** The next answers; 200 when there are none left. */
    answerNext: (...next: Answer[]) => answers.push(...next),
    types: () => received.map((one) => one.event.type),
    close: () => new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}

/** An emulator without receivers. */
export async function startEmulator(options: ClerkEmulatorOptions = {}) {
  const emulator = await startClerkEmulator({ port: 0, privateKey: PRIVATE_KEY, seed: 'test', ...options })
  return { emulator, clerk: sdkFor(emulator), close: () => emulator.close() }
}

/** An emulator with one receiver of every event. */
export async function startWithReceiver(options: ClerkEmulatorOptions = {}) {
  const receiver = await startReceiver()
  const world = await startEmulator({ webhooks: [{ url: receiver.url, secret: SECRET }], ...options })
  return { ...world, receiver, close: async () => { await world.close(); await receiver.close() } }
}

/** Calls the API without the SDK, to see what is really sent. @param what such as `GET /v1/users` */
export function callApi(emulator: ClerkEmulator, what: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const [method = '', path = ''] = what.split(' ')
  return fetch(`${emulator.url}${path}`, {
    method, headers: { authorization: `Bearer ${emulator.secretKey}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

export async function postJson<T = Record<string, unknown>>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return await answer.json() as T
}

/** A browser with a jar of cookies that follows no redirect. What it is given for another host it keeps too. */
export function startBrowser(emulator: ClerkEmulator) {
  const jar = new Map<string, string>()
  async function visit(path: string, form?: Record<string, string>) {
    const answer = await fetch(new URL(path, emulator.url), {
      method: form ? 'POST' : 'GET', redirect: 'manual', headers: { cookie: cookieHeader() }, ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, location: answer.headers.get('location'), cookies: answer.headers.getSetCookie(), text: await answer.text(), headers: answer.headers }
  }
  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return { jar, visit, cookieHeader }
}

/** Waits for something that comes by itself within a few seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !isTrue(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10))
  if (!isTrue()) throw new Error('It did not happen within three seconds.')
}
