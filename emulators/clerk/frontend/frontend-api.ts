import { randomBytes } from 'node:crypto'
import { Hono, type Context } from 'hono'
import type { Emulator } from '../emulator.ts'
import { ClerkFault } from '../errors.ts'
import { allowedReturn } from '../portal-return.ts'
import { browserSessionRoutes } from './browser-sessions.ts'
import { clientUat, clientUatLines } from './browser-cookies.ts'
import { environmentRoutes } from './environment.ts'
import type { FrontendCall, FrontendRoute } from './frontend-route.ts'
import { ownOrganizationRoutes } from './own-organizations.ts'
import { serveHandshake } from './handshake.ts'
import { serveScripts } from './serve-scripts.ts'
import { signInRoutes } from './sign-in-attempts.ts'
import { signUpRoutes } from './sign-up-attempts.ts'
import { clientView } from './views.ts'
import { devBrowserOf, ensureVisitor, isDevelopment } from './visitor.ts'

/** The SDK for browsers tells its version with every call; the Backend API, which has addresses of the same names, is not asked so. */
const MARK = '_clerk_js_version'

/**
 * Serves what the real clerk-js and its components speak to: the Frontend API, as far as the README says, and their
 * scripts. Real Clerk has it on a host of its own; here the two APIs share one.
 */
export function serveFrontendApi(app: Hono, emulator: Emulator): void {
  serveScripts(app)
  serveHandshake(app, emulator)
  app.get('/_emulator/codes', (context) => context.json({ data: openCodes(emulator) }))
  const api = frontendRoutes(emulator)
  app.use('/v1/*', async (context, next) => {
    if (context.req.query(MARK) === undefined) return next()
    const { req } = context
    // clerk-js sends only GET and POST, and says in the address what it means.
    const method = req.query('_method') ?? req.method
    return api.fetch(new Request(req.url, { method, headers: req.raw.headers, ...(req.method === 'POST' ? { body: await req.text() } : {}) }))
  })
}

function frontendRoutes(emulator: Emulator): Hono {
  const api = new Hono()
  api.use('*', async (context: Context, next) => {
    await next()
    allowOrigin(context, emulator)
  })
  api.onError((fault, context) => {
    if (!(fault instanceof ClerkFault)) throw fault
    return allowOrigin(context, emulator, json(fault.envelope(randomBytes(16).toString('hex')), fault.status))
  })
  api.post('/v1/dev_browser', (context) => {
    const id = devBrowserOf(ensureVisitor(context, emulator).client)
    return json({ object: 'dev_browser', id, token: id })
  })
  const routes = [...environmentRoutes, ...browserSessionRoutes, ...signInRoutes, ...signUpRoutes, ...ownOrganizationRoutes]
  for (const one of routes) api.on(one.method, one.path, (context) => answer(context, emulator, one))
  api.all('*', (context) => {
    throw new ClerkFault(404, { code: 'resource_not_found', message: 'not found', longMessage: `${context.req.method} ${context.req.path} of the Frontend API is not covered by the emulator.` })
  })
  return api
}

async function answer(context: Context, emulator: Emulator, route: FrontendRoute): Promise<Response> {
  const origin = context.req.header('origin') ?? null
  if (origin && !allowedReturn(emulator, origin)) throw new ClerkFault(400, { code: 'origin_invalid', message: 'Invalid HTTP Origin header', longMessage: 'The Request HTTP Origin header must be equal to or a subdomain of the requesting URL.' })

  const typed = route.method === 'GET' ? {} : await context.req.parseBody()
  const form = Object.fromEntries(Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const visitor = ensureVisitor(context, emulator)
  const before = clientUat(emulator, visitor)
  emulator.cause = { clientIp: '127.0.0.1', userAgent: context.req.header('user-agent') ?? 'unknown' }
  const call: FrontendCall = { emulator, context, visitor, form, origin: origin ?? refererOrigin(context) }
  const value = route.run(call)
  if (!isDevelopment(emulator) && before !== clientUat(emulator, visitor)) {
    for (const line of clientUatLines(emulator, visitor)) context.header('set-cookie', line, { append: true })
  }
  if (route.method !== 'GET') emulator.changed()
  const body = route.isBare ? value : { response: value, client: route.method === 'GET' ? null : clientView(emulator, visitor, call.origin) }
  return json(body, 200, context.res.headers.getSetCookie())
}

/** A page on the Frontend API's own host, as behind a proxy, sends no origin with what it only reads. */
function refererOrigin(context: Context): string | null {
  const referer = context.req.header('referer')
  return referer && URL.canParse(referer) ? new URL(referer).origin : null
}

function allowOrigin(context: Context, emulator: Emulator, response = context.res): Response {
  const origin = context.req.header('origin')
  if (origin && allowedReturn(emulator, origin)) {
    response.headers.set('access-control-allow-origin', origin)
    response.headers.set('access-control-allow-credentials', 'true')
    response.headers.append('vary', 'Origin')
  }
  return response
}

function json(value: unknown, status = 200, cookies: readonly string[] = []): Response {
  const response = new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
  for (const line of cookies) response.headers.append('set-cookie', line)
  return response
}

function openCodes(emulator: Emulator) {
  return [...emulator.state.clients.values()].flatMap(({ signIn, signUp }) => [signIn?.sent, signUp?.sent].flatMap((sent) => (sent ? [{ address: sent.address, code: sent.code }] : [])))
}
