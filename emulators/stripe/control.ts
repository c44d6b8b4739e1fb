import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { faultsSchema } from '../core/faults.ts'
import { isForeign } from '../core/is-foreign.ts'
import { controlPage } from './control-page.ts'
import type { Emulator } from './emulator.ts'
import { StripeFault } from './errors.ts'
import { isDelivered, snapshotEvent, targetsFor, thinEvent } from './events.ts'
import { ledgerBalances } from './ledger.ts'
import { failDebit, settleDebit } from './pay-session.ts'
import { requireSession } from './checkout-sessions.ts'

const advanceSchema = z.object({ seconds: z.coerce.number().min(0).max(400 * 24 * 3600) })
const redeliverSchema = z.object({
  event: z.string().min(1), times: z.coerce.number().int().min(1).max(50).default(1), concurrently: z.coerce.boolean().default(false),
})

/** What only the emulator has: a look inside, and switches. It is for this machine; it asks for no key. */
export function serveControl(app: Hono, emulator: Emulator, flush: () => void, reset: () => void): void {
  app.use('/_emulator/*', async (context, next) => {
    if (context.req.method !== 'GET' && isForeign((name) => context.req.header(name))) {
      return context.json({ error: { type: 'invalid_request_error', message: 'A page of another site may not turn these switches.' } }, 403)
    }
    await next()
    flush()
  })
  serveLooks(app, emulator)
  app.post('/_emulator/clock/advance', (context) => act(context, advanceSchema, ({ seconds }) => {
    emulator.clock.advance(seconds)
    return { now: emulator.clock.now(), offset_seconds: emulator.clock.offsetSeconds() }
  }))
  app.post('/_emulator/faults', (context) => act(context, faultsSchema, (faults) => {
    emulator.state.faults = faults
    emulator.changed()
    return faults
  }))
  app.post('/_emulator/redeliver', (context) => act(context, redeliverSchema, (wish) => redeliver(emulator, wish)))
  app.post('/_emulator/reset', (context) => act(context, z.object({}), () => {
    reset()
    return { reset: true }
  }))
  app.post('/_emulator/sessions/:id/:verb{settle|fail}', (context) => act(context, z.object({}), () => {
    const session = requireSession(emulator, context.req.param('id'))
    const work = context.req.param('verb') === 'settle' ? settleDebit : failDebit
    work(emulator, session)
    return session
  }))
}

function serveLooks(app: Hono, emulator: Emulator): void {
  app.get('/_emulator', (context) => context.redirect('/_emulator/', 308))
  app.get('/_emulator/', () => controlPage(emulator))
  app.get('/_emulator/state', (context) => context.json(emulator.state))
  app.get('/_emulator/balances', (context) => context.json(ledgerBalances(emulator.state)))
  app.get('/_emulator/deliveries', (context) => context.json({ data: emulator.state.deliveries }))
  app.get('/_emulator/faults', (context) => context.json(emulator.state.faults))
  app.get('/_emulator/events', (context) => context.json({
    data: Object.values(emulator.state.events).map((event) => ({
      ...(event.isThin ? thinEvent(event, true) : snapshotEvent(emulator, event)), delivered: isDelivered(emulator, event),
    })),
  }))
}

async function act<T>(context: Context, schema: z.ZodType<T>, work: (given: T) => unknown): Promise<Response> {
  const isForm = (context.req.header('content-type') ?? '').includes('form')
  const text = isForm ? '' : await context.req.text()
  try {
    const given = schema.safeParse(isForm ? await context.req.parseBody() : JSON.parse(text || '{}'))
    if (!given.success) return refusal(context, 400, z.prettifyError(given.error))
    const result = await work(given.data)
    // A person on the control page goes back to it; a program gets its answer.
    return isForm ? context.redirect('/_emulator/', 303) : context.json(result as object)
  } catch (error) {
    if (error instanceof StripeFault) return context.json(error.envelope(), error.status === 404 ? 404 : 400)
    if (error instanceof SyntaxError) return refusal(context, 400, 'The body is not JSON.')
    throw error
  }
}

async function redeliver(emulator: Emulator, wish: z.infer<typeof redeliverSchema>) {
  const event = emulator.state.events[wish.event]
  if (!event) throw new StripeFault(404, { code: 'resource_missing', message: `No such event: '${wish.event}'` })
  const sends = targetsFor(emulator, event).flatMap((target) =>
    Array.from({ length: wish.times }, () => () => emulator.engine.sendNow(event.id, event.type, target)))
  if (wish.concurrently) return { deliveries: await Promise.all(sends.map((send) => send())) }
  const deliveries = []
  for (const send of sends) deliveries.push(await send())
  return { deliveries }
}

function refusal(context: Context, status: 400, message: string): Response {
  return context.json({ error: { type: 'invalid_request_error', message } }, status)
}
