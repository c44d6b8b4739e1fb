import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { cutOff } from '../core/cut-off.ts'
import type { ApiFault } from '../core/faults.ts'
import { takeApiFault } from '../core/faults.ts'
import type { Emulator } from './emulator.ts'
import { API_VERSION, newId } from './emulator.ts'
import { refuse, StripeFault } from './errors.ts'
import { expandAll } from './expand.ts'
import { decodeForm, readParams } from './params.ts'
import type { Call, Route } from './route.ts'

type Answer = { status: number; body: string; headers?: Record<string, string> }
const IDEMPOTENCY_SECONDS = 24 * 3600

/**
 * Serves the endpoints: key, version, faults, parameters, idempotency, expansion, in this order.
 * The state is on disk before an answer goes out.
 */
export function serveApi(app: Hono, emulator: Emulator, routes: readonly Route[], flush: () => void): void {
  for (const route of routes) {
    app.on(route.method, route.path, (context) => answer(context, emulator, route, flush))
  }
  for (const prefix of ['/v1/*', '/v2/*']) {
    app.all(prefix, (context) => {
      const fault = new StripeFault(404, { message: `Unrecognized request URL (${context.req.method}: ${context.req.path}). The emulator does not cover it, or Stripe does not have it.` })
      return respond({ status: 404, body: JSON.stringify(fault.envelope()) }, newId(emulator, 'req_', 14))
    })
  }
}

async function answer(context: Context, emulator: Emulator, route: Route, flush: () => void): Promise<Response> {
  const requestId = newId(emulator, 'req_', 14)
  const body = context.req.method === 'GET' ? '' : await context.req.text()
  const fault = takeApiFault(emulator.state.faults, context.req.method, context.req.path)
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.seconds * 1000))

  let result: Answer
  try {
    refuseIfFaulty(fault)
    result = perform(context, emulator, route, { body, requestId })
    if (fault?.kind === 'lost_answer') result = answerOf(brokenServer(fault.status))
  } catch (error) {
    if (!(error instanceof StripeFault)) throw error
    result = answerOf(error, fault?.kind === 'rate_limit' ? { 'retry-after': String(fault.retryAfterSeconds) } : {})
  } finally {
    emulator.cause = { requestId: null, idempotencyKey: null }
  }
  if (context.req.method !== 'GET') emulator.changed()
  flush()
  return fault?.kind === 'cut_off' ? respondHalf(result) : respond(result, requestId)
}

function perform(context: Context, emulator: Emulator, route: Route, { body, requestId }: { body: string; requestId: string }): Answer {
  authenticate(context, emulator)
  const version = context.req.header('stripe-version')
  if (version && version !== API_VERSION) {
    throw refuse(`Invalid Stripe API version: ${version}. This emulator speaks ${API_VERSION} only.`)
  }
  const account = accountOf(context, emulator, route)
  const key = context.req.method === 'GET' ? null : (context.req.header('idempotency-key') ?? null)
  const fingerprint = createHash('sha256').update(`${context.req.method} ${context.req.path}\n${account ?? ''}\n${body}`).digest('hex')
  const earlier = key ? findAnswer(emulator, key, fingerprint) : null
  if (key && earlier) return { ...earlier, headers: { 'idempotent-replayed': 'true', 'idempotency-key': key } }

  // Parameters are checked before anything starts, and such refusals are not kept under the key.
  const given = route.path.startsWith('/v2/') && route.method === 'POST' ? parseJson(body) : decodeForm(context.req.method === 'GET' ? new URL(context.req.url).search : body)
  const params = readParams(route.schema, given)
  emulator.cause = { requestId, idempotencyKey: key }
  const result = run(emulator, route, { params, path: context.req.param(), account })
  if (!key) return result
  emulator.state.answers[key] = { fingerprint, status: result.status, body: result.body, at: emulator.clock.now() }
  return { ...result, headers: { 'idempotency-key': key } }
}

function run(emulator: Emulator, route: Route, call: Call<unknown>): Answer {
  try {
    const value = route.run(emulator, call)
    const expanded = expandAll(emulator.state, value, expandPaths(call.params))
    return { status: 200, body: JSON.stringify(expanded, null, 2) }
  } catch (error) {
    if (error instanceof StripeFault) return answerOf(error)
    throw error
  }
}

function authenticate(context: Context, emulator: Emulator): void {
  const header = context.req.header('authorization') ?? ''
  const [scheme, value] = header.split(' ')
  const key = scheme === 'Basic' ? Buffer.from(value ?? '', 'base64').toString().split(':')[0] : value
  if (!key) throw new StripeFault(401, { message: 'You did not provide an API key. Provide it in the Authorization header, as Bearer or as the user name of Basic.' })
  if (key !== emulator.secretKey) {
    throw new StripeFault(401, { message: `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}` })
  }
}

function accountOf(context: Context, emulator: Emulator, route: Route): string | null {
  const account = context.req.header('stripe-account') ?? context.req.header('stripe-context') ?? null
  if (!account) return null
  if (!emulator.state.accounts[account]) {
    throw new StripeFault(403, { code: 'account_invalid', message: `The provided key does not have access to account '${account}' (or that account does not exist).` })
  }
  if (!route.isPerAccount) {
    throw refuse(`This emulator does not cover Stripe-Account on ${route.method} ${route.path}: it has destination charges, not direct ones.`, 'Stripe-Account')
  }
  return account
}

function findAnswer(emulator: Emulator, key: string, fingerprint: string): Answer | null {
  const kept = emulator.state.answers[key]
  if (!kept) return null
  if (emulator.clock.now() - kept.at > IDEMPOTENCY_SECONDS) {
    delete emulator.state.answers[key]
    return null
  }
  if (kept.fingerprint === fingerprint) return { status: kept.status, body: kept.body }
  throw new StripeFault(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

function refuseIfFaulty(fault: ApiFault | null): void {
  if (fault?.kind === 'rate_limit') {
    throw new StripeFault(429, { code: 'rate_limit', message: 'Request rate limit exceeded (fault switch).' })
  }
  if (fault?.kind === 'server_error') throw brokenServer(fault.status)
}

function brokenServer(status: number): StripeFault {
  return new StripeFault(status, { type: 'api_error', message: 'An unknown error occurred (fault switch).' })
}

function parseJson(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body)
  } catch {
    throw refuse('Invalid JSON in the request body.')
  }
}

function expandPaths(params: unknown): string[] {
  if (typeof params !== 'object' || params === null || !('expand' in params)) return []
  return Array.isArray(params.expand) ? params.expand.map(String) : []
}

function answerOf(fault: StripeFault, headers: Record<string, string> = {}): Answer {
  return { status: fault.status, body: JSON.stringify(fault.envelope(), null, 2), headers }
}

function respond(result: Answer, requestId: string): Response {
  return new Response(result.body, {
    status: result.status,
    headers: { 'content-type': 'application/json', 'request-id': requestId, 'stripe-version': API_VERSION, ...result.headers },
  })
}

function respondHalf({ status, body }: Answer): Response {
  const { stream, length } = cutOff(body)
  return new Response(stream, { status, headers: { 'content-type': 'application/json', 'content-length': String(length) } })
}
