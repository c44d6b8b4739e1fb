import { verifyToken } from '@clerk/backend'
import type { Config } from '#platform/config/config.ts'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import { readHost } from '#platform/http/hosts.ts'
import { cookieSuffix, readCookies } from './clerk-cookies.ts'
import type { FindKey } from './clerk-keys.ts'
import { rememberTokens } from './remember-tokens.ts'

/** Who a session token speaks of, once it was found true. */
export interface ClerkSession {
  userId: string
  sessionId: string
}

/** Reads session tokens, from cookies or as they are. */
export interface ClerkSessions {
  /** @param skewMs how far behind its end a token may be; signing out takes old ones too */
  inCookies(headers: Headers, skewMs?: number): Promise<ClerkSession | null>
  ofToken(token: string, skewMs?: number): Promise<ClerkSession | null>
  /** Set-Cookie lines that make a browser forget its session, wherever its cookies were set. */
  forgetting(headers: Headers): string[]
}

type Ground = Pick<Config, 'scheme' | 'baseDomain'> & { clerk: Pick<ClerkConfig, 'jwtKey' | 'publishableKey'> }

const skewMsDefault = 5000

/**
 * Checks session tokens of Clerk, of version 1 and 2 alike: both say who by `sub` and `sid`. Organization and role in
 * a token are out of date for as long as it lives, so they are not read: membership is ours to look up.
 *
 * With `jwtKey` nothing here needs the network.
 */
export function clerkSessions(config: Ground, findKey: FindKey): ClerkSessions {
  const names = [`__session_${cookieSuffix(config.clerk.publishableKey)}`, '__session']

  const remembered = rememberTokens<ClerkSession>()

  async function ofToken(token: string, skewMs = skewMsDefault): Promise<ClerkSession | null> {
    const known = remembered.find(token, Date.now() - skewMs)
    if (known) return known

    const jwtKey = config.clerk.jwtKey ?? (await findKey(keyIdOf(token)))
    if (!jwtKey) return null
    const claims = await verifyToken(token, { jwtKey, clockSkewInMs: skewMs }).catch(() => null)
    if (!claims?.sid || !isOurs(claims.azp)) return null

    // A pending session has a task before it, such as choosing an organization: nobody is signed in yet.
    if (claims.sts === 'pending') return null

    const session = { userId: claims.sub, sessionId: claims.sid }
    remembered.keep(token, session, claims.exp * 1000)
    return session
  }

  /**
   * Whose page fetched the token: ours or a school's. The SDK knows only a list of exact origins, and schools come and
   * go. A token without it was not fetched by a page, so no page of a stranger's can have fetched it.
   */
  function isOurs(azp: string | undefined): boolean {
    if (azp === undefined) return true
    if (!URL.canParse(azp)) return false

    const { protocol, host, pathname } = new URL(azp)
    const { kind } = readHost(host, pathname, config.baseDomain)
    return protocol === `${config.scheme}:` && (kind === 'installation' || kind === 'school')
  }

  return {
    ofToken,
    async inCookies(headers, skewMs) {
      const cookies = readCookies(headers)
      const tokens = names.flatMap((name) => cookies.filter((one) => one.name === name && one.value !== '').map(({ value }) => value))
      for (const token of new Set(tokens)) {
        const session = await ofToken(token, skewMs)
        if (session) return session
      }
      return null
    },
    forgetting(headers) {
      const ours = new Set(readCookies(headers).flatMap(({ name }) => (/^__(session|client_uat|refresh)(_|$)/.test(name) ? [name] : [])))
      const over = `Path=/; Max-Age=0; SameSite=Lax${config.scheme === 'https' ? '; Secure' : ''}`
      const places = ['', ...domainsAbove(config.baseDomain.replace(/:\d+$/, '')).map((domain) => `Domain=${domain}; `)]
      return [...ours].flatMap((name) => places.map((place) => `${name}=; ${place}${over}`))
    },
  }
}

/** Clerk sets cookies on the widest domain that a browser allows, which may be wider than ours. */
function domainsAbove(domain: string): string[] {
  const parts = domain.split('.')
  return parts.slice(0, -1).map((_part, index) => parts.slice(index).join('.'))
}

function keyIdOf(token: string): string {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'))
    return typeof header === 'object' && header !== null && 'kid' in header && typeof header.kid === 'string' ? header.kid : ''
  } catch {
    return ''
  }
}
