import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { Hono } from 'hono'
import { createClock, type Clock } from '../core/clock.ts'
import { serve } from '../core/serve.ts'
import { answerAddress, readQuestion, refusalPage, signInPage } from './authorize.ts'
import { createCodes } from './codes.ts'
import type { Client, Person, Settings } from './settings.ts'
import { serveTokens } from './tokens.ts'

export type OidcEmulatorOptions = Partial<Settings> & {
  /** 0 takes any free port. */
  port?: number | undefined
  host?: string | undefined
}

export type OidcEmulator = {
  /** The issuer, as the ID tokens name it. */
  url: string
  clock: Clock
  /** Who can sign in here; to be filled and changed. */
  people: Person[]
  /** The applications; to be filled and changed. */
  clients: Client[]
  /** Spoils the ID tokens that are made from now on; null stops that. */
  spoil(how: Spoil | null): void
  close(): Promise<void>
}

/** What can be wrong with an ID token. */
export type Spoil = 'signature' | 'audience' | 'issuer' | 'nonce' | 'age'

/**
 * Starts a local OpenID Connect provider.
 * @throws when the port is taken
 * @example const provider = await startOidcEmulator({ port: 0 })
 */
export async function startOidcEmulator(options: OidcEmulatorOptions = {}): Promise<OidcEmulator> {
  const clock = createClock()
  const people: Person[] = []
  const clients: Client[] = [...(options.clients ?? [])]
  const codes = createCodes(clock, options.codeSeconds ?? 60)
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  // Another start has another key, and who knows the old one has to ask again.
  const kid = randomUUID()
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid }] }
  let spoilt: Spoil | null = null
  let url = ''

  const app = new Hono()
  app.get('/.well-known/openid-configuration', (c) => c.json(discovery(url)))
  app.get('/jwks', (c) => c.json(keys))
  app.get('/authorize', (c) => {
    const asked = readQuestion(new URL(c.req.url).searchParams, clients)
    if ('question' in asked) return signInPage(asked, people)
    return asked.backTo ? c.redirect(asked.backTo) : refusalPage(c, asked.fault)
  })
  app.post('/authorize', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const chosen = form.get('person')
    form.delete('person')
    const asked = readQuestion(form, clients)
    if (!('question' in asked)) return asked.backTo ? c.redirect(asked.backTo, 303) : refusalPage(c, asked.fault)

    const { redirect_uri: redirectUri, state, nonce, code_challenge: codeChallenge, scope, client_id: clientId } = asked.question
    const person = people.find(({ sub }) => sub === chosen)
    if (!person) return c.redirect(answerAddress(redirectUri, { error: 'access_denied', state, iss: url }), 303)
    const code = codes.issue({ clientId, redirectUri, codeChallenge, nonce: nonce ?? null, scopes: scope.split(' '), person })
    return c.redirect(answerAddress(redirectUri, { code, state, iss: url }), 303)
  })
  serveTokens(app, {
    clients,
    codes,
    clock,
    issuer: () => url,
    spoilt: () => spoilt,
    sign(claims) {
      const signed = `${encode({ alg: 'RS256', kid, typ: 'JWT' })}.${encode(claims)}`
      const signature = sign('sha256', Buffer.from(signed), privateKey)
      if (spoilt === 'signature') signature[0] = (signature[0] ?? 0) ^ 1
      return `${signed}.${signature.toString('base64url')}`
    },
  })
  const host = options.host ?? '127.0.0.1'
  const server = await serve((request) => app.fetch(request), host, options.port ?? 8290)
  url = `http://${host}:${server.port}`
  return { url, clock, people, clients, spoil: (how) => void (spoilt = how), close: () => server.close() }
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
}

function encode(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
