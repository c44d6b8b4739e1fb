import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Emulator } from './emulator.ts'
import { machineSeconds, newId } from './emulator.ts'
import { mintToken } from './session-token.ts'
import type { StoredClient, StoredSession } from './state.ts'

const YEAR_SECONDS = 365 * 24 * 3600
/** Only the portal's own host gets this one; it says which browser it is. */
const CLIENT = '__client'

/** The browser that asks, and the session that is open in it. */
export function findClient(context: Context, emulator: Emulator): { client: StoredClient; session: StoredSession | null } | null {
  const client = emulator.state.clients.get(getCookie(context, CLIENT) ?? '')
  if (!client) return null
  const session = client.sessionId ? emulator.state.sessions.get(client.sessionId) : undefined
  const isOpen = session !== undefined && (session.status === 'active' || session.status === 'pending') && session.expireAt > emulator.clock.nowMs()
  return { client, session: isOpen ? session : null }
}

/** The browser that asks; a new one gets its cookie with the answer. */
export function ensureClient(context: Context, emulator: Emulator): StoredClient {
  const known = findClient(context, emulator)?.client
  if (known) return known
  const key = randomBytes(32).toString('base64url')
  const client: StoredClient = { id: newId(emulator.state, 'client_'), sessionId: null, signedInAt: 0 }
  emulator.state.clients.set(key, client)
  setCookie(context, CLIENT, key, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(emulator), maxAge: YEAR_SECONDS })
  return client
}

/**
 * Gives the applications under the cookie domain a fresh `__session` and the time of the sign-in, in
 * seconds; without a session they learn that nobody is signed in.
 */
export function setSessionCookies(context: Context, emulator: Emulator, client: StoredClient | null, session: StoredSession | null): void {
  const shared = {
    path: '/', sameSite: 'Lax' as const, secure: isSecure(emulator), ...(emulator.settings.cookieDomain ? { domain: emulator.settings.cookieDomain } : {}),
  }
  // The SDK takes nobody for signed in on a development key without the token of a known browser.
  setCookie(context, '__clerk_db_jwt', `dvb_${client?.id.slice(7) ?? 'nobody'}`, { ...shared, maxAge: YEAR_SECONDS })
  if (!session) {
    deleteCookie(context, '__session', shared)
    setCookie(context, '__client_uat', '0', { ...shared, maxAge: YEAR_SECONDS })
    return
  }
  const token = mintToken(emulator, session)
  setCookie(context, '__session', token, { ...shared, httpOnly: true, maxAge: YEAR_SECONDS })
  // Never later than the token: the SDK distrusts a token that is older than the last sign-in.
  setCookie(context, '__client_uat', String(Math.min(client?.signedInAt ?? 0, machineSeconds(emulator))), { ...shared, maxAge: YEAR_SECONDS })
}

function isSecure(emulator: Emulator): boolean {
  return emulator.publicUrl.startsWith('https:')
}
