import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { readHost, schoolAsked, type HostMeaning } from '#platform/http/hosts.ts'
import { findAddresses } from '#platform/http/visitor-address.ts'
import type { App } from '../../wiring.ts'
import { findSessionToKeep } from '../clerk/find-session-to-keep.ts'
import { requestContext, type Tenant } from '../request-context.ts'
import { findArrival } from './find-arrival.ts'
import { findLocale, visitorLocale } from './find-locale.ts'
import { keepPage } from './keep-page.ts'
import { leadHome } from './lead-home.ts'
import { makeRequestContext } from './make-request-context.ts'
import { claimOf } from './page-front.ts'
import { plainPage } from './plain-page.ts'
import { leadOn, renewSession } from './renew-session.ts'
import { securityHeaders, type PageKind } from './security-headers.ts'
import { errorWords } from '../words/error-words.ts'

/**
 * The React Router build; in development what gives a new one after each change. A function is asked for each request, and
 * every route is read anew with what it gives, so what never changes is given as it is.
 */
export type BuildSource = ServerBuild | (() => ServerBuild | Promise<ServerBuild>)

const plainHeaders = { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' }

/**
 * Answers pages: the host names the school, then React Router renders. A host that is nobody's, and a school that
 * does not exist, get the same plain page.
 */
export function servePages(app: App, build: BuildSource, mode: 'production' | 'development') {
  const handler = createRequestHandler(build, mode)
  const addressOf = findAddresses(app.config.trustedProxies)
  return async (c: PageContext): Promise<Response> => {
    const host = hostOf(c)
    const meaning = readHost(host, c.req.path, app.config.baseDomain)
    const { tenant, seen, base } = await findSchool(app, meaning, c.req.raw.headers)
    const nothing = whyNothing(c.req.url, meaning, tenant)
    if (nothing) return inLocale(visitorLocale(c.req.raw), () => c.html(plainPage(errorWords()[nothing], errorWords().checkAddress), 404, plainHeaders))

    const address = addressOf(c.env?.incoming)
    const renewal = await renewSession(app, c.req.raw, host)
    if (renewal?.kind === 'lead-on') return leadOn(renewal)

    const context = makeRequestContext({ app, tenant, base, host, address, headers: c.req.raw.headers, seen, renewalFault: renewal?.kind === 'failed' ? renewal.fault : null })
    context.locale = await findLocale(context, c.req.raw)
    const home = await inLocale(context.locale, () => leadHome(context, c.req.raw))
    if (home) return home

    const provider = new RouterContextProvider()
    provider.set(requestContext, context)
    const response = await inLocale(context.locale, () => handler(insideRequest(c.req.raw, tenant?.slug), provider))
    if (context.page.pattern !== null) c.set('pagePattern', `/${context.page.pattern.replace(/^\//, '')}`)
    const claim = claimOf(c.env?.incoming)
    const keptFor = claim && context.page.isEverybodys && tenant ? tenant.id : null
    finishAnswer(response, { app, request: c.req.raw, nonce: context.nonce, cookies: renewal?.cookies ?? [], isOwnDomain: context.domain !== null, isKept: keptFor !== null, frames: context.page.frames })
    return claim ? keepPage(claim, keptFor, response) : response
  }
}

/** The school that an address asks for, and what its links begin with. */
async function findSchool(app: App, meaning: HostMeaning, headers: Headers) {
  const asked = schoolAsked(meaning)
  return asked ? { ...(await findArrival(app, asked.name, headers)), base: asked.base } : { tenant: null, seen: null, base: '' }
}

type PageContext = Context<{ Bindings: HttpBindings; Variables: { pagePattern: string } }>

function hostOf(c: PageContext): string {
  return (c.req.header('host') ?? '').toLowerCase()
}

interface AnswerKind extends Pick<PageKind, 'frames' | 'isOwnDomain'> {
  app: App
  request: Request
  nonce: string
  cookies: readonly string[]
  isKept: boolean
}

/** The headers that every page has, where its route set no own. */
function finishAnswer(response: Response, { app, request, nonce, cookies, ...kind }: AnswerKind): void {
  const headers = securityHeaders(app.config, nonce, { hasSession: findSessionToKeep(app.config, request.headers) !== null, ...kind })
  for (const [name, value] of Object.entries(headers)) if (!response.headers.has(name)) response.headers.set(name, value)
  // Whatever is not everybody's is fetched anew on the way back too: an old form that comes out of the browser's cache
  // saves old values, and who signs out leaves no page behind.
  if (!kind.isKept && !headers['Cache-Control'] && !response.headers.has('cache-control')) response.headers.set('Cache-Control', 'private, no-store')
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
}

/** What to say where no page can be; null where one may. */
function whyNothing(url: string, meaning: HostMeaning, tenant: Tenant | null): 'noSchool' | 'notFoundTitle' | null {
  const isNobodys = meaning.kind === 'unknown' || meaning.kind === 'files' || (schoolAsked(meaning)?.base === '' && !tenant)
  if (isNobodys) return 'noSchool'
  // PostgreSQL keeps no NUL byte, so nothing has one in its address, and no question with one has an answer.
  return url.includes('%00') ? 'notFoundTitle' : null
}

/** Inside, the tenant travels as `x-subdomain`; what came from outside under that name is dropped. */
function insideRequest(request: Request, slug: string | undefined): Request {
  const inside = new Request(request)
  inside.headers.delete('x-subdomain')
  if (slug) inside.headers.set('x-subdomain', slug)
  return inside
}
