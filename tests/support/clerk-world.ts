import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Hono } from 'hono'
import { Webhook } from 'svix'
import { afterAll, beforeAll } from 'vitest'
import { sdkFor, type Sdk } from '../../emulators/clerk/emulator-harness.ts'
import { startClerkEmulator, type ClerkEmulator, type ClerkEmulatorOptions } from '../../emulators/clerk/start-clerk-emulator.ts'
import { webhooksApi } from '../../src/app/api/webhooks.ts'
import { answerFault } from '../../src/app/http/answer-fault.ts'
import { wire, type App } from '../../src/wiring.ts'
import { testBaseDomain, testConfig } from './test-app.ts'
import type { TestDatabase } from './test-database.ts'

export const clerkWebhookSecret = `whsec_${Buffer.from('a secret of these tests, for webhooks').toString('base64')}`
export const testOrigin = `http://${testBaseDomain}`

/** Our application with Clerk as identity provider, and the Clerk that it speaks to. */
export interface ClerkWorld {
  emulator: ClerkEmulator
  sdk: Sdk
  app: App
  /** The same application in a second process, as far as memory goes. */
  other: App
  /** Posts an event of the emulator's to our webhook route, signed like Svix's. @returns the status */
  deliver(type: string, options?: { secret?: string; eventId?: string }): Promise<number>
  /** Calls the emulator got from this process while `work` ran. */
  countCalls(work: () => Promise<unknown>): Promise<number>
  /** A session of somebody, signed in on a page of ours. */
  signIn(userId: string, wish?: object): Promise<string>
  /** A session token as it may come. */
  mint(sessionId: string, wish?: object): Promise<string>
}

/** Gives the test file a world of Clerk on its database. */
export function useClerkWorld(database: () => TestDatabase, environment: Record<string, string> = {}, options: ClerkEmulatorOptions = {}): () => ClerkWorld {
  let world: ClerkWorld | null = null
  beforeAll(async () => {
    const emulator = await startClerkEmulator({ port: 0, cookieDomain: 'coursecove.localhost', rateLimit: 0, userRateLimit: 0, ...options })
    world = makeWorld(emulator, database(), environment)
  })
  afterAll(async () => {
    await world?.app.close()
    await world?.other.close()
    await world?.emulator.close()
  })
  return () => {
    if (!world) throw new Error('the world of Clerk is there only while tests run')
    return world
  }
}

/** The settings that lead an application to an emulator. */
export function clerkEnvironment(emulator: ClerkEmulator): Record<string, string> {
  const { connection } = emulator
  return {
    CLERK_SECRET_KEY: emulator.secretKey,
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: connection.CLERK_PUBLISHABLE_KEY,
    CLERK_API_URL: emulator.url,
    NEXT_PUBLIC_CLERK_PROXY_URL: connection.CLERK_PROXY_URL,
    CLERK_JWT_KEY: connection.CLERK_JWT_KEY,
    CLERK_WEBHOOK_SIGNING_SECRET: clerkWebhookSecret,
  }
}

function makeWorld(emulator: ClerkEmulator, database: TestDatabase, environment: Record<string, string>): ClerkWorld {
  const config = testConfig(database, { ...clerkEnvironment(emulator), ...environment })
  const [app, other] = [wire(config), wire(config)]
  const web = new Hono().route('/api/webhooks', webhooksApi(app))
  web.onError(answerFault)
  const ask = async (path: string, body: object) => {
    const answer = await fetch(`${emulator.url}/_emulator/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    return (await answer.json()) as { id: string; jwt: string }
  }
  return {
    emulator,
    sdk: sdkFor(emulator),
    app,
    other,
    async deliver(type, { secret = clerkWebhookSecret, eventId } = {}) {
      const event = [...emulator.state().events.values()].findLast((one) => one.type === type)
      if (!event) throw new Error(`the emulator has no event ${type}`)
      const [id, signedAt] = [eventId ?? event.id, new Date()]
      const headers = { 'svix-id': id, 'svix-timestamp': String(Math.floor(signedAt.getTime() / 1000)), 'svix-signature': new Webhook(secret).sign(id, signedAt, event.body) }
      return (await web.request('/api/webhooks/clerk', { method: 'POST', body: event.body, headers })).status
    },
    countCalls: (work) => countRequests(emulator.url, work),
    signIn: async (user, wish = {}) => (await ask('sessions', { user, origin: testOrigin, ...wish })).id,
    mint: async (session, wish = {}) => (await ask('tokens', { session, ...wish })).jwt,
  }
}

async function countRequests(origin: string, work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const note = (message: unknown) => {
    if ((message as { request?: { origin?: string } }).request?.origin === origin) count += 1
  }
  subscribe('undici:request:create', note)
  try {
    await work()
  } finally {
    unsubscribe('undici:request:create', note)
  }
  return count
}
