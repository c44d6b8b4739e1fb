import { randomBytes } from 'node:crypto'
import { renewalMark, renewalOfKnown, SessionNotRenewed, type PageRequest, type SessionRenewal } from '#modules/identity/ports.ts'
import type { Config } from '#platform/config/config.ts'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import type { ClerkClient } from './clerk-client.ts'
import { readCookies, withoutCookies } from './clerk-cookies.ts'
import { askHandshake, type Handshake } from './clerk-handshake.ts'
import type { ClerkSessions } from './clerk-sessions.ts'

type Ground = Pick<Config, 'scheme' | 'baseDomain'> & { clerk: ClerkConfig }

const markCookie = (id: string) => `cove.renewal.${id}`
const markSeconds = 120
const browserSeconds = 31_536_000
/** What Clerk puts into addresses. */
const brought = ['__clerk_handshake', '__clerk_handshake_nonce', '__clerk_help', '__clerk_db_jwt']

/**
 * Renews sessions on the way to a page. Tokens live a minute; a browser whose token ran out, or that comes to a school's
 * host for the first time, is sent to Clerk's handshake and comes back with cookies for this very host.
 *
 * What a handshake brought is taken only by the browser that was sent for it: it holds a cookie of the same name as the
 * mark in the address. Else a stranger's link could sign people in as the stranger. Nobody goes twice: who comes back
 * and still cannot be told is told why.
 *
 * @see https://clerk.com/docs/guides/how-clerk-works/overview
 */
export function clerkRenewal(config: Ground, clerk: ClerkClient, sessions: ClerkSessions): (page: PageRequest) => Promise<SessionRenewal | null> {
  const ask = (page: PageRequest) => askHandshake(config.clerk, clerk, page)

  async function begin(page: PageRequest): Promise<SessionRenewal | null> {
    // Clerk would take it for a new browser, in which nobody is signed in. By /sign-in it comes with the right one.
    if (config.clerk.isDevelopment && !isBrowserKnown(page)) return null

    const id = randomBytes(12).toString('base64url')
    const url = cleaned(page.url)
    url.searchParams.set(renewalMark, id)
    // Clerk's own page hands over the browser of a development instance so.
    const browser = page.url.searchParams.get('__clerk_db_jwt')
    if (browser && config.clerk.isDevelopment) url.searchParams.set('__clerk_db_jwt', browser)
    const headers = withoutCookies(page.headers, (name) => name.startsWith('__clerk_handshake'))

    let asked = await ask({ url, headers })
    // Good for Clerk's SDK and not for us: made for another site. Without it a new one is asked for.
    if (asked.kind === 'signed-in') asked = await ask({ url, headers: withoutCookies(headers, (name) => name.startsWith('__session')) })
    if (asked.kind !== 'handshake') return null
    return { kind: 'lead-on', location: asked.location, cookies: [keepMark(id, markSeconds)] }
  }

  async function finish(page: PageRequest, id: string): Promise<SessionRenewal> {
    const asked = await ask(page)
    if (asked.kind === 'failed') return failed('key', asked.fault)
    if (asked.kind === 'handshake' || asked.cookies.length === 0) return failed('silence')

    if (!asked.token) return leadOn(page.url, [...asked.cookies, ...sessions.forgetting(page.headers), keepMark(id, 0)])
    return (await sessions.ofToken(asked.token)) ? leadOn(page.url, [...asked.cookies.map(shared), keepMark(id, 0)]) : failed(whyRefused(asked))
  }

  function keepMark(id: string, seconds: number): string {
    return `${markCookie(id)}=1; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${config.scheme === 'https' ? '; Secure' : ''}`
  }

  /** A development instance knows a browser by this token; with it on the whole domain, schools' hosts are the same browser. */
  function shared(line: string): string {
    const isBrowser = config.clerk.isDevelopment && line.startsWith('__clerk_db_jwt') && !/;\s*domain=/i.test(line)
    return isBrowser ? `${line}; Domain=${config.baseDomain.replace(/:\d+$/, '')}` : line
  }

  /** Clerk's script keeps the token of a known browser on one host; on the whole domain, schools' hosts are the same browser. */
  function shareBrowser(page: PageRequest): SessionRenewal | null {
    const own = readCookies(page.headers).filter(({ name }) => name.startsWith('__clerk_db_jwt'))
    const isShared = own.filter(({ name }) => name === '__clerk_db_jwt').length > 1
    if (!config.clerk.isDevelopment || isShared || page.url.host !== config.baseDomain || own.length === 0) return null
    return { kind: 'go-on', cookies: own.map(({ name, value }) => shared(`${name}=${value}; Path=/; Max-Age=${browserSeconds}; SameSite=Lax`)) }
  }

  return async (page) => {
    const id = page.url.searchParams.get(renewalMark)
    if (id === null && !mayBeSignedIn(page, config.clerk)) return null
    if (isSignedInAtAll(page) && (await sessions.inCookies(page.headers))) return id === null ? shareBrowser(page) : leadOn(page.url, [])
    if (id === null) return begin(page)
    if (id === renewalOfKnown) return (await begin(page)) ?? failed('silence')
    if (!readCookies(page.headers).some(({ name }) => name === markCookie(id))) return failed('cookies')
    return finish(page, id)
  }
}

function isBrowserKnown({ url, headers }: PageRequest): boolean {
  return url.searchParams.has('__clerk_db_jwt') || readCookies(headers).some(({ name }) => name.startsWith('__clerk_db_jwt'))
}

function leadOn(url: URL, cookies: string[]): SessionRenewal {
  return { kind: 'lead-on', location: cleaned(url).href, cookies }
}

function failed(reason: ConstructorParameters<typeof SessionNotRenewed>[0], cause?: unknown): SessionRenewal {
  return { kind: 'failed', fault: new SessionNotRenewed(reason, cause) }
}

function cleaned(url: URL): URL {
  const clean = new URL(url)
  for (const name of [renewalMark, ...brought]) clean.searchParams.delete(name)
  return clean
}

/**
 * A token can outlive the end of its session on another host of ours. The cookie of the whole domain, that says when
 * somebody last signed in, is gone at once then.
 */
function isSignedInAtAll({ headers }: PageRequest): boolean {
  return readCookies(headers).some(isClientKnown)
}

function isClientKnown({ name, value }: { name: string; value: string }): boolean {
  return /^__client_uat(_|$)/.test(name) && Number(value) > 0
}

/** Whether asking Clerk can tell more: somebody who was never here has none of this, and is not sent anywhere. */
function mayBeSignedIn({ url, headers }: PageRequest, clerk: ClerkConfig): boolean {
  if (clerk.isDevelopment && url.searchParams.has('__clerk_db_jwt')) return true
  return readCookies(headers).some((one) => (/^__session(_|$)/.test(one.name) && one.value !== '') || isClientKnown(one))
}

function whyRefused({ claims }: Extract<Handshake, { kind: 'signed-in' }>): 'clock' | 'elsewhere' | 'key' {
  const nowSeconds = Date.now() / 1000
  if ((claims.exp ?? Number.POSITIVE_INFINITY) < nowSeconds || Math.max(claims.nbf ?? 0, claims.iat ?? 0) > nowSeconds) return 'clock'
  return claims.azp ? 'elsewhere' : 'key'
}
