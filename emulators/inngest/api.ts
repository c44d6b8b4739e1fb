import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { cutOff } from '../core/cut-off.ts'
import { takeApiFault } from '../core/faults.ts'
import type { Emulator } from './emulator.ts'
import { eventsSchema, takeEvents } from './events.ts'
import { register, registrationSchema } from './register.ts'
import { bearerOf } from './signature.ts'

const bodyBytesMax = 3 * 1024 ** 2

/** Serves what applications call: the event API and the registration. */
export function serveApi(app: Hono, emulator: Emulator): void {
  const { settings } = emulator
  app.post('/e/:key', (context) => answer(context, emulator, (body) => {
    if (context.req.param('key') !== settings.eventKey) return { status: 401, value: { error: 'Event key not found', status: 401 } }
    const sent = eventsSchema.safeParse(body)
    if (!sent.success) return { status: 400, value: { error: z.prettifyError(sent.error), status: 400 } }
    return { status: 200, value: { ids: takeEvents(emulator, sent.data), status: 200 } }
  }))
  app.post('/fn/register', (context) => answer(context, emulator, (body) => {
    if (settings.signingKey && context.req.header('authorization') !== `Bearer ${bearerOf(settings.signingKey)}`) {
      return { status: 401, value: { ok: false, status: 401, error: 'The signing key is another one' } }
    }
    const sent = registrationSchema.safeParse(body)
    if (!sent.success) return { status: 400, value: { ok: false, status: 400, error: z.prettifyError(sent.error) } }
    const modified = register(emulator, sent.data)
    return { status: 200, value: { ok: true, status: 200, skipped: !modified, modified } }
  }))
  serveEventLook(app, emulator)
}

/** The two questions of the REST API that somebody asks who looks whether their keys fit. It takes the signing key itself, not its hash. */
function serveEventLook(app: Hono, emulator: Emulator): void {
  const asked = (context: Context, find: () => Result) => answer(context, emulator, () => {
    const isKnown = !emulator.settings.signingKey || context.req.header('authorization') === `Bearer ${emulator.settings.signingKey}`
    return isKnown ? find() : { status: 401, value: { error: 'Unauthorized', status: 401 } }
  })
  const found = (data: unknown): Result => ({ status: 200, value: { data, metadata: { fetched_at: new Date(emulator.clock.nowMs()).toISOString(), cached_until: null } } })
  app.get('/v1/events', (context) => asked(context, () => found(emulator.state.events.slice(-Number(context.req.query('limit') ?? 10)).toReversed().map(viewOf))))
  app.get('/v1/events/:id', (context) => asked(context, () => {
    const one = emulator.state.events.findLast(({ event }) => event.id === context.req.param('id'))
    return one ? found(viewOf(one)) : { status: 404, value: { error: 'Event not found', status: 404 } }
  }))
}

const viewOf = ({ event, receivedMs }: Emulator['state']['events'][number]) => ({ internal_id: event.id, received_at: new Date(receivedMs).toISOString(), ...event })

type Result = { status: number; value: object }

async function answer(context: Context, emulator: Emulator, work: (body: unknown) => Result): Promise<Response> {
  const text = await context.req.text()
  if (Buffer.byteLength(text) > bodyBytesMax) return respond({ status: 413, value: { error: 'Payload too large', status: 413 } })

  const fault = takeApiFault(emulator.state.faults, context.req.method, context.req.path)
  if (fault?.kind === 'delay') await new Promise((done) => setTimeout(done, fault.seconds * 1000))
  if (fault?.kind === 'server_error') return respond({ status: fault.status, value: { error: 'broken (fault switch)', status: fault.status } })
  if (fault?.kind === 'rate_limit') return respond({ status: 429, value: { error: 'Too many requests', status: 429 } }, { 'retry-after': String(fault.retryAfterSeconds) })

  const result = work(parse(text))
  if (fault?.kind === 'lost_answer') return respond({ status: fault.status, value: { error: 'the answer was lost (fault switch)', status: fault.status } })
  if (fault?.kind !== 'cut_off') return respond(result)

  const { stream, length } = cutOff(JSON.stringify(result.value))
  return new Response(stream, { status: result.status, headers: { 'content-type': 'application/json', 'content-length': String(length) } })
}

function respond({ status, value }: Result, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', ...headers } })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
