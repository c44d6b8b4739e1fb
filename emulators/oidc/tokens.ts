import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Clock } from '../core/clock.ts'
import { isVerifierOf, type Codes, type Grant } from './codes.ts'
import type { Client } from './settings.ts'
import type { Spoil } from './start-oidc-emulator.ts'

interface TokenGround {
  clients: readonly Client[]
  codes: Codes
  clock: Clock
  issuer(): string
  spoilt(): Spoil | null
  sign(claims: Record<string, unknown>): string
}

const body = z.strictObject({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
})

const tokenSeconds = 3600

/** Turns codes into tokens, and access tokens into what they let one see. */
export function serveTokens(app: Hono, ground: TokenGround): void {
  const access = new Map<string, Grant>()
  app.post('/token', async (c) => {
    c.header('Cache-Control', 'no-store')
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return refused(c, 'invalid_request')
    const sent = body.safeParse(Object.fromEntries(new URLSearchParams(await c.req.text())))
    if (!sent.success) return refused(c, 'invalid_request', sent.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
    const client = findClient(c, ground.clients, sent.data)
    if (!client) return refused(c, 'invalid_client', 'the client’s id and secret do not fit, or came twice', 401)

    const grant = ground.codes.take(sent.data.code)
    const isHis = grant && grant.clientId === client.id && grant.redirectUri === sent.data.redirect_uri && isVerifierOf(grant.codeChallenge, sent.data.code_verifier)
    if (!isHis) return refused(c, 'invalid_grant')

    const token = randomBytes(24).toString('base64url')
    access.set(token, grant)
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds, scope: grant.scopes.join(' '), id_token: ground.sign(claimsOf(grant, ground)) })
  })
  app.get('/userinfo', (c) => {
    const grant = access.get(/^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '')
    return grant ? c.json({ sub: grant.person.sub, ...shared(grant) }) : c.json({ error: 'invalid_token' }, 401)
  })
}

/** By its header or its body, never both. */
function findClient(c: Context, clients: readonly Client[], sent: z.infer<typeof body>): Client | null {
  const basic = /^Basic (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (basic && sent.client_secret !== undefined) return null
  const [id, secret] = basic ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent) : [sent.client_id, sent.client_secret]
  const client = clients.find((known) => known.id === id)
  return client && secret !== undefined && isSame(client.secret, secret) ? client : null
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function claimsOf(grant: Grant, { clock, issuer, spoilt }: TokenGround): Record<string, unknown> {
  const now = clock.now() - (spoilt() === 'age' ? 7200 : 0)
  return {
    iss: spoilt() === 'issuer' ? 'http://elsewhere.example' : issuer(),
    aud: spoilt() === 'audience' ? 'another-application' : grant.clientId,
    sub: grant.person.sub,
    iat: now,
    exp: now + tokenSeconds,
    ...(grant.nonce ? { nonce: spoilt() === 'nonce' ? 'of-another-sign-in' : grant.nonce } : {}),
    ...shared(grant),
  }
}

/** What the scopes let an application see. */
function shared({ scopes, person }: Grant): Record<string, unknown> {
  return {
    ...(scopes.includes('email') ? { email: person.email, email_verified: person.emailVerified } : {}),
    ...(scopes.includes('profile') ? { name: person.name } : {}),
  }
}

function refused(c: Context, error: string, description = error, status: 400 | 401 = 400): Response {
  return c.json({ error, error_description: description }, status)
}
