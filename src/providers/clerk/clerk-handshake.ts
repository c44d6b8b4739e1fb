import { z } from 'zod'
import type { PageRequest } from '#modules/identity/ports.ts'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import type { ClerkClient } from './clerk-client.ts'

/** What the SDK makes of a request for a page. */
export type Handshake =
  /** The browser is to be sent to Clerk. */
  | { kind: 'handshake'; location: string }
  | { kind: 'signed-in'; token: string; claims: Claims; cookies: string[] }
  | { kind: 'signed-out'; token: null; cookies: string[] }
  /** What came back from Clerk is not Clerk's, or not of this instance. */
  | { kind: 'failed'; fault: unknown }

type Claims = z.infer<typeof claimsSchema>
const claimsSchema = z.object({ exp: z.number().optional(), nbf: z.number().optional(), iat: z.number().optional(), azp: z.string().optional() })

/** All that the SDK may see: where the request came by (forwarded headers) is ours to know, not the sender's. */
const shownHeaders = ['cookie', 'accept', 'sec-fetch-dest', 'user-agent']
/** A live instance hands over by cookies of the domain; what stands in an address then is not Clerk's. */
const onlyInCookies = ['__clerk_handshake', '__clerk_handshake_nonce']

/** Asks the SDK, which reads cookies and handshakes, and checks both by the key of the instance. */
export async function askHandshake(config: ClerkConfig, clerk: ClerkClient, page: PageRequest): Promise<Handshake> {
  const url = new URL(page.url)
  if (!config.isDevelopment) for (const name of onlyInCookies) url.searchParams.delete(name)
  const headers = new Headers(shownHeaders.flatMap((name) => (page.headers.has(name) ? [[name, page.headers.get(name) ?? '']] : [])))
  let state
  try {
    state = await clerk.ask((sdk) => sdk.authenticateRequest(new Request(url, { headers }), {
      ...(config.jwtKey ? { jwtKey: config.jwtKey } : {}),
      ...(config.proxyUrl ? { proxyUrl: config.proxyUrl } : {}),
    }))
  } catch (fault) {
    return { kind: 'failed', fault }
  }
  const location = state.headers.get('location')
  if (state.status === 'handshake' && location) return { kind: 'handshake', location }

  const cookies = state.headers.getSetCookie()
  if (state.status !== 'signed-in' || !state.token) return { kind: 'signed-out', token: null, cookies }
  return { kind: 'signed-in', token: state.token, claims: claimsSchema.parse(readClaims(state.token)), cookies }
}

function readClaims(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}
