import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Emulator } from '../emulator.ts'
import { notFound } from '../errors.ts'
import { queryText } from '../params.ts'
import { refusedReturnPage } from '../portal-pages.ts'
import { allowedReturn } from '../portal-return.ts'
import { route } from '../route.ts'
import { domainOf, handshakeLines, secure } from './browser-cookies.ts'
import { ensureVisitor, findVisitor, isDevelopment } from './visitor.ts'

const NONCE = '__clerk_handshake_nonce'
const TOKEN = '__clerk_handshake'
const lifeMs = 60_000

const payloads = new WeakMap<Emulator, Map<string, { directives: string[]; untilMs: number }>>()

/** What an application's server asks for with the nonce that a browser brought it: once, and within a minute. */
export const handshakeRoutes = [
  route('GET /v1/clients/handshake_payload', z.strictObject({ nonce: queryText }), (emulator, { params }) => {
    const kept = payloads.get(emulator)?.get(params.nonce)
    payloads.get(emulator)?.delete(params.nonce)
    if (!kept || kept.untilMs < Date.now()) throw notFound('handshake payload', params.nonce)
    return { directives: kept.directives }
  }),
]

/**
 * `GET /v1/client/handshake`: where the SDK sends a browser whose cookies do not say who is here. It comes back with
 * cookies for the application's host, or a nonce for them: in the address from a development instance, whose site is
 * another, in a cookie of the domain from a live one.
 */
export function serveHandshake(app: Hono, emulator: Emulator): void {
  app.get('/v1/client/handshake', (context) => {
    const returnTo = allowedReturn(emulator, context.req.query('redirect_url'))
    if (!returnTo) return refusedReturnPage(emulator)
    // A browser that is new gets its token here, and nobody is signed in in it.
    const visitor = isDevelopment(emulator) ? ensureVisitor(context, emulator) : findVisitor(context, emulator)
    const directives = handshakeLines(emulator, visitor, { origin: returnTo.origin, isSuffixed: context.req.query('suffixed_cookies') === 'true' })
    return giveBack(context, emulator, returnTo, directives)
  })
}

function giveBack(context: Context, emulator: Emulator, returnTo: URL, directives: string[]): Response {
  const [name, value] = context.req.query('format') === 'nonce' ? [NONCE, keep(emulator, directives)] : [TOKEN, emulator.keys.sign({ handshake: directives })]
  if (isDevelopment(emulator)) returnTo.searchParams.set(name, value)
  else context.header('set-cookie', `${name}=${value}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax${domainOf(emulator)}${secure(emulator)}`, { append: true })
  context.header('cache-control', 'no-store')
  return context.redirect(returnTo.href, 307)
}

function keep(emulator: Emulator, directives: string[]): string {
  const nonce = randomBytes(24).toString('base64url')
  const kept = payloads.get(emulator) ?? new Map<string, { directives: string[]; untilMs: number }>()
  payloads.set(emulator, kept.set(nonce, { directives, untilMs: Date.now() + lifeMs }))
  return nonce
}
