import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { cutOff } from '../core/cut-off.ts'
import type { ApiFault } from '../core/faults.ts'
import { takeApiFault } from '../core/faults.ts'
import type { Emulator } from './emulator.ts'
import { API_VERSION } from './emulator.ts'
import { ClerkFault } from './errors.ts'
import { decodeQuery, NO_PARAMS, readParams } from './params.ts'
import { tooMany } from './rate-limit.ts'
import type { Route } from './route.ts'

type Answer = { status: number; body: string; headers: Record<string, string> }

/** Serves the Backend API: faults, key, version, rate, parameters, in this order. */
export function serveApi(app: Hono, emulator: Emulator, routes: readonly Route[]): void {
  for (const route of routes) app.on(route.method, route.path, (context) => answer(context, emulator, route))
  app.all('/v1/*', (context) => {
    const fault = new ClerkFault(404, {
      code: 'resource_not_found', message: 'not found',
      longMessage: `${context.req.method} ${context.req.path} is not covered by the emulator, or Clerk does not have it.`,
    })
    return respond(answerOf(fault))
  })
}

async function answer(context: Context, emulator: Emulator, route: Route): Promise<Response> {
  const hasBody = context.req.method !== 'GET' && context.req.method !== 'DELETE'
  const body = hasBody ? await context.req.text() : ''
  const fault = takeApiFault(emulator.state.faults, context.req.method, context.req.path)
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.seconds * 1000))

  let result: Answer
  try {
    refuseIfFaulty(fault)
    result = perform(context, emulator, route, body)
    if (fault?.kind === 'lost_answer') result = answerOf(brokenServer(fault.status))
  } catch (error) {
    if (!(error instanceof ClerkFault)) throw error
    result = answerOf(error)
  }
  return fault?.kind === 'cut_off' ? respondHalf(result) : respond(result)
}

function perform(context: Context, emulator: Emulator, route: Route, body: string): Answer {
  authenticate(context, emulator)
  const version = context.req.header('clerk-api-version')
  if (version && version !== API_VERSION) {
    throw new ClerkFault(400, { code: 'clerk_api_version_invalid', message: `Unknown API version ${version}. This emulator speaks ${API_VERSION} only.` })
  }
  if (route.path !== '/v1/jwks') emulator.limits.count('all', emulator.limits.perWindow)

  const search = decodeQuery(new URL(context.req.url).search)
  const isByQuery = route.method === 'GET' || route.method === 'DELETE'
  if (!isByQuery) readParams(NO_PARAMS, search)
  const params = readParams(route.schema, isByQuery ? search : parseJson(body))
  emulator.cause = { clientIp: '127.0.0.1', userAgent: context.req.header('user-agent') ?? 'unknown' }
  const value = route.run(emulator, { params, path: context.req.param() })
  if (route.method !== 'GET') emulator.changed()
  return { status: 200, body: JSON.stringify(value), headers: {} }
}

function authenticate(context: Context, emulator: Emulator): void {
  const [scheme, key] = (context.req.header('authorization') ?? '').split(' ')
  if (scheme !== 'Bearer' || !key) {
    throw new ClerkFault(401, {
      code: 'authorization_header_format_invalid', message: 'Invalid Authorization header format',
      longMessage: "Invalid Authorization header format. Must be 'Bearer <YOUR_API_KEY>'",
    })
  }
  if (key !== emulator.settings.secretKey) {
    throw new ClerkFault(401, {
      code: 'clerk_key_invalid', message: 'The provided Clerk Secret Key is invalid. Make sure that your Clerk Secret Key is correct.',
    })
  }
}

function refuseIfFaulty(fault: ApiFault | null): void {
  if (fault?.kind === 'rate_limit') throw tooMany(fault.retryAfterSeconds)
  if (fault?.kind === 'server_error') throw brokenServer(fault.status)
}

function brokenServer(status: number): ClerkFault {
  return new ClerkFault(status, {
    code: 'internal_clerk_error', message: 'Oops, an unexpected error occurred', longMessage: 'There was an internal error (fault switch).',
  })
}

function parseJson(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body)
  } catch {
    throw new ClerkFault(400, {
      code: 'request_body_invalid', message: 'Request body invalid',
      longMessage: 'The request body is invalid. Please consult the API documentation for more information.',
    })
  }
}

function answerOf(fault: ClerkFault): Answer {
  return { status: fault.status, body: JSON.stringify(fault.envelope(newTrace())), headers: fault.headers }
}

function newTrace(): string {
  return randomBytes(16).toString('hex')
}

/** The SDK reads JSON only when the type is exactly this, without a charset. */
function respond({ status, body, headers }: Answer): Response {
  return new Response(body, { status, headers: { 'content-type': 'application/json', 'clerk-api-version': API_VERSION, ...headers } })
}

function respondHalf({ status, body }: Answer): Response {
  const { stream, length } = cutOff(body)
  return new Response(stream, { status, headers: { 'content-type': 'application/json', 'content-length': String(length) } })
}
