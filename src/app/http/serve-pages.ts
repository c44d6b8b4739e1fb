import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { readHost } from '#platform/http/hosts.ts'
import type { App } from '../../wiring.ts'
import { findTenant } from '../find-tenant.queries.ts'
import { requestContext } from '../request-context.ts'
import { makeRequestContext } from './make-request-context.ts'
import { plainPage } from './plain-page.ts'
import { securityHeaders } from './security-headers.ts'

/** Gives the React Router build; in development a new one after each change. */
export type BuildSource = () => ServerBuild | Promise<ServerBuild>

const plainHeaders = { 'Content-Security-Policy': "default-src 'none'", 'X-Content-Type-Options': 'nosniff' }

/**
 * Answers pages: the host names the school, then React Router renders. A host that is nobody's, and a school that
 * does not exist, get the same plain page.
 */
export function servePages(app: App, build: BuildSource, mode: 'production' | 'development') {
  const handler = createRequestHandler(build, mode)
  return async (c: Context<{ Bindings: HttpBindings }>): Promise<Response> => {
    const host = (c.req.header('host') ?? '').toLowerCase()
    const meaning = readHost(host, c.req.path, app.config.baseDomain)
    const tenant = meaning.kind === 'school' ? await findTenant(app.pools.web, meaning.slug) : null
    const isNobodys = meaning.kind === 'unknown' || meaning.kind === 'files' || (meaning.kind === 'school' && !tenant && meaning.base === '')
    if (isNobodys) {
      return c.html(plainPage('There is no school here', 'Please check the address.'), 404, plainHeaders)
    }

    // PostgreSQL keeps no NUL byte, so nothing has one in its address, and no question with one has an answer.
    if (/%00/.test(c.req.url)) {
      return c.html(plainPage('There is nothing at this address', 'Please check the address.'), 404, plainHeaders)
    }

    const address = c.env?.incoming?.socket?.remoteAddress ?? 'unknown'
    const base = meaning.kind === 'school' ? meaning.base : ''
    const context = makeRequestContext({ app, tenant, base, host, address, headers: c.req.raw.headers })
    const provider = new RouterContextProvider()
    provider.set(requestContext, context)
    const response = await handler(insideRequest(c.req.raw, tenant?.slug), provider)
    for (const [name, value] of Object.entries(securityHeaders(app.config, context.nonce))) {
      if (!response.headers.has(name)) response.headers.set(name, value)
    }
    return response
  }
}

/** Inside, the tenant travels as `x-subdomain`; what came from outside under that name is dropped. */
function insideRequest(request: Request, slug: string | undefined): Request {
  const inside = new Request(request)
  inside.headers.delete('x-subdomain')
  if (slug) inside.headers.set('x-subdomain', slug)
  return inside
}
