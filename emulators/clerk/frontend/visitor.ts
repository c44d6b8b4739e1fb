import type { Context } from 'hono'
import type { Emulator } from '../emulator.ts'
import { ensureClient, findClient } from '../portal-cookies.ts'
import type { StoredClient, StoredSession, StoredUser } from '../state.ts'

/** The browser that asks the Frontend API, and who is signed in in it. */
export type Visitor = { client: StoredClient; session: StoredSession | null; user: StoredUser | null }

/** The name of a development instance's token of a known browser, in addresses and cookies. */
export const DEV_BROWSER = '__clerk_db_jwt'

/** Whether this is a development instance, whose browsers are known by a token instead of a cookie. */
export function isDevelopment({ settings }: Emulator): boolean {
  return !settings.secretKey.startsWith('sk_live_')
}

/**
 * Finds the browser: in a development instance by its token, since such an instance is a foreign site to the
 * application; else by the cookie of the Frontend API's own host.
 */
export function findVisitor(context: Context, emulator: Emulator, devBrowser = context.req.query(DEV_BROWSER)): Visitor | null {
  const byCookie = () => findClient(context, emulator)?.client ?? null
  const client = isDevelopment(emulator) && devBrowser ? clientOfDevBrowser(emulator, devBrowser) : byCookie()
  return client && { client, ...openSession(emulator, client) }
}

/** The browser, known from now on. */
export function ensureVisitor(context: Context, emulator: Emulator): Visitor {
  const known = findVisitor(context, emulator)
  if (known) return known
  return { client: ensureClient(context, emulator), session: null, user: null }
}

/** The token of a development instance for a browser. */
export function devBrowserOf(client: StoredClient): string {
  return client.id.replace(/^client_/, 'dvb_')
}

function clientOfDevBrowser(emulator: Emulator, token: string | undefined): StoredClient | null {
  if (!token) return null
  return [...emulator.state.clients.values()].find((one) => devBrowserOf(one) === token) ?? null
}

function openSession({ state, clock }: Emulator, client: StoredClient): Pick<Visitor, 'session' | 'user'> {
  const session = client.sessionId ? state.sessions.get(client.sessionId) : undefined
  const isOpen = session !== undefined && ['active', 'pending'].includes(session.status) && session.expireAt > clock.nowMs()
  const user = isOpen ? state.users.get(session.userId) : undefined
  return user && session ? { session, user } : { session: null, user: null }
}
