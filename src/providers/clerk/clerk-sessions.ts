import { createHash } from 'node:crypto'
import { verifyToken } from '@clerk/backend'
import type { Config } from '#platform/config/config.ts'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import { readHost } from '#platform/http/hosts.ts'
import type { FindKey } from './clerk-keys.ts'

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
  // Since 2024 Clerk also sets its cookies under a name of the instance, so that two on one domain keep apart.
  const suffix = createHash('sha1').update(config.clerk.publishableKey).digest('base64').replaceAll('+', '-').replaceAll('/', '_').slice(0, 8)
  const names = [`__session_${suffix}`, '__session']

  async function ofToken(token: string, skewMs = skewMsDefault): Promise<ClerkSession | null> {
    const jwtKey = config.clerk.jwtKey ?? (await findKey(keyIdOf(token)))
    if (!jwtKey) return null
    const claims = await verifyToken(token, { jwtKey, clockSkewInMs: skewMs }).catch(() => null)
    if (!claims?.sid || !isOurs(claims.azp)) return null

    // A pending session has a task before it, such as choosing an organization: nobody is signed in yet.
    return claims.sts === 'pending' ? null : { userId: claims.sub, sessionId: claims.sid }
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
      for (const name of names) {
        const found = cookies.get(name)
        const session = found ? await ofToken(found, skewMs) : null
        if (session) return session
      }
      return null
    },
    forgetting(headers) {
      const domain = config.baseDomain.replace(/:\d+$/, '')
      const ours = [...readCookies(headers).keys()].filter((name) => /^__(session|client_uat|refresh)(_|$)/.test(name))
      const over = `Path=/; Max-Age=0; SameSite=Lax${config.scheme === 'https' ? '; Secure' : ''}`
      return ours.flatMap((name) => [`${name}=; ${over}`, `${name}=; Domain=${domain}; ${over}`])
    },
  }
}

function readCookies(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name.trim(), value.join('=').trim()] as const
  })
  return new Map(pairs)
}

function keyIdOf(token: string): string {
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'))
    return typeof header === 'object' && header !== null && 'kid' in header && typeof header.kid === 'string' ? header.kid : ''
  } catch {
    return ''
  }
}
