import { Hono, type Context, type Next } from 'hono'
import { cors } from 'hono/cors'
import { ApiKeyRefused, isAllowedOrigin, requestsPerMinute } from '#modules/api-keys/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { App } from '../../../wiring.ts'
import { limitFloods } from '../limit-floods.ts'
import { answerEndpoint, type ApiEnv } from './answer-endpoint.ts'
import { everyEndpoint } from './endpoints/every-endpoint.ts'
import { findApiSchool } from './find-api-school.ts'
import { makeDocument } from './openapi-document.ts'

/**
 * `/api/v1` of a school: for its own programs, by API key. Cookies open nothing here, so no page of anybody can ask in
 * a person's name.
 */
export function schoolApi(app: App): Hono<ApiEnv> {
  const refusals = limitFloods((fault) => fault instanceof ApiKeyRefused)
  const api = new Hono<ApiEnv>()
  api.use('*', tellRate)
  api.get('/openapi.json', cors(), (c) => c.json(makeDocument(new URL(c.req.url).pathname.replace(/\/openapi\.json$/, ''))))
  api.use('*', corsOf(app))
  for (const endpoint of everyEndpoint) api.on(endpoint.method, endpoint.path.replace(/\{(\w+)\}/g, ':$1'), answerEndpoint(app, endpoint, refusals))
  api.all('*', () => {
    throw new NotFound('no such address of the API')
  })
  return api
}

/** What the headers say of a key's rate, also with a refusal; and that answers are one school's, for one key. */
async function tellRate(c: Context<ApiEnv>, next: Next): Promise<void> {
  await next()
  const rate = c.get('rate')
  if (rate) {
    c.res.headers.set('RateLimit-Policy', `"key";q=${requestsPerMinute};w=60`)
    c.res.headers.set('RateLimit', `"key";r=${rate.left};t=${rate.secondsLeft}`)
  }
  if (c.res.status === 401) c.res.headers.set('WWW-Authenticate', 'Bearer')
  c.res.headers.set('Cache-Control', 'no-store')
  c.res.headers.set('X-Content-Type-Options', 'nosniff')
}

/** Browsers are told to let through the websites that the school names. Never with credentials: a key is none of the browser's. */
function corsOf(app: App) {
  return cors({
    async origin(origin, c) {
      if (!origin || origin === 'null' || origin.length > 300) return null
      const school = await findApiSchool(app, c as Context).catch((fault: unknown) => {
        if (fault instanceof NotFound) return null
        throw fault
      })
      return school && (await isAllowedOrigin(app.pools.web, school.id, origin)) ? origin : null
    },
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key'],
    exposeHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After'],
    maxAge: 600,
  })
}
