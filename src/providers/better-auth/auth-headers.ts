import type { SessionChange } from '#modules/identity/ports.ts'

/** The header by which we tell Better Auth the address of the socket; what a client sends under this name is replaced. */
export const addressHeader = 'x-cove-address'

/** The cookies that an answer of Better Auth sets. Of several lines for one cookie the last one is meant. */
export function cookiesOf(headers: Headers): SessionChange {
  const lines = new Map(headers.getSetCookie().map((line) => [line.slice(0, line.indexOf('=')), line]))
  return { cookies: [...lines.values()] }
}

/** The headers of a request, with the address of its socket in place of whatever a client said. */
export function withAddress(given: Headers, address: string): Headers {
  const headers = new Headers(given)
  headers.set(addressHeader, address)
  return headers
}

/** The headers without the session that a browser may still have: what is asked is about another sign-in. */
export function withoutSession(given: Headers): Headers {
  const headers = new Headers(given)
  const kept = (given.get('cookie') ?? '').split(/;\s*/).filter((pair) => !/^(__Secure-)?cove\.session_token=/.test(pair))
  headers.set('cookie', kept.join('; '))
  return headers
}
