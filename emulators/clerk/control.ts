import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { faultsSchema } from '../core/faults.ts'
import { isForeign } from '../core/is-foreign.ts'
import { bulkLoad, loadSchema } from './bulk-load.ts'
import { controlPage } from './control-page.ts'
import type { Emulator } from './emulator.ts'
import { ClerkFault, notFound } from './errors.ts'
import { send, targetsFor } from './events.ts'
import { mintToken } from './session-token.ts'
import { sessionView } from './session-view.ts'
import { endSession, requireSession, startSession } from './sessions.ts'
import { publishableKey } from './signing-keys.ts'
import type { ClerkState } from './state.ts'
import { requireUser } from './users.ts'

const advanceSchema = z.strictObject({ seconds: z.coerce.number().min(0).max(400 * 24 * 3600) })
const redeliverSchema = z.strictObject({
  event: z.string().min(1), times: z.coerce.number().int().min(1).max(50).default(1), concurrently: z.coerce.boolean().default(false),
})
const eventSchema = z.strictObject({ type: z.string().min(1), data: z.record(z.string(), z.unknown()), timestamp: z.number().int().optional() })
const sessionSchema = z.strictObject({ user: z.string(), organization: z.string().nullable().optional(), origin: z.string().optional(), isPending: z.boolean().optional() })
const tokenSchema = z.strictObject({
  session: z.string(), version: z.union([z.literal(1), z.literal(2)]).optional(), azp: z.string().nullable().optional(), lifetimeSeconds: z.number().int().optional(),
})

/** What only the emulator has: a look inside, and switches. It is for this machine; it asks for no key. */
export function serveControl(app: Hono, emulator: Emulator, reset: () => void): void {
  app.use('/_emulator/*', async (context, next) => {
    if (context.req.method !== 'GET' && isForeign((name) => context.req.header(name))) {
      return context.json({ error: 'A page of another site may not turn these switches.' }, 403)
    }
    return next()
  })
  serveLooks(app, emulator)
  const turn = <T>(path: string, schema: z.ZodType<T>, work: (given: T, context: Context) => unknown) =>
    app.post(`/_emulator/${path}`, (context) => act(context, schema, (given) => work(given, context)))
  const nothing = z.strictObject({})
  turn('clock/advance', advanceSchema, ({ seconds }) => {
    emulator.clock.advance(seconds)
    return { now: emulator.clock.now(), offset_seconds: emulator.clock.offsetSeconds() }
  })
  turn('faults', faultsSchema, (faults) => {
    emulator.state.faults = faults
    emulator.changed()
    return faults
  })
  turn('redeliver', redeliverSchema, (wish) => redeliver(emulator, wish))
  turn('events', eventSchema, ({ type, data, timestamp }) => ({ id: send(emulator, type, data, timestamp).id }))
  turn('load', loadSchema, (wish) => bulkLoad(emulator, wish))
  turn('sessions', sessionSchema, ({ user, organization, origin, isPending }) =>
    sessionView(startSession(emulator, requireUser(emulator, user), { organizationId: organization, origin, isPending })))
  turn('sessions/:id/:verb{ended|removed}', nothing, (_given, context) =>
    sessionView(endSession(emulator, requireSession(emulator, context.req.param('id')), context.req.param('verb') === 'ended' ? 'ended' : 'removed')))
  turn('tokens', tokenSchema, ({ session, ...wish }) => ({ jwt: mintToken(emulator, requireSession(emulator, session), wish) }))
  turn('reset', nothing, () => {
    reset()
    return { reset: true }
  })
}

/** What an application needs to be pointed here, by the names of its variables. */
export function connection(emulator: Emulator, apiUrl: string) {
  return {
    CLERK_API_URL: apiUrl, CLERK_SECRET_KEY: emulator.settings.secretKey,
    CLERK_PUBLISHABLE_KEY: publishableKey(emulator.issuer, emulator.settings.secretKey), CLERK_JWT_KEY: emulator.keys.publicPem,
    CLERK_PROXY_URL: emulator.publicUrl, CLERK_SIGN_IN_URL: `${emulator.publicUrl}/sign-in`, CLERK_SIGN_UP_URL: `${emulator.publicUrl}/sign-up`, CLERK_TELEMETRY_DISABLED: '1',
  }
}

function serveLooks(app: Hono, emulator: Emulator): void {
  app.get('/_emulator', (context) => context.redirect('/_emulator/', 308))
  app.get('/_emulator/', (context) => controlPage(emulator, connection(emulator, new URL(context.req.url).origin)))
  app.get('/_emulator/connection', (context) => context.json(connection(emulator, new URL(context.req.url).origin)))
  app.get('/_emulator/jwt-key', (context) => context.text(emulator.keys.publicPem))
  app.get('/_emulator/faults', (context) => context.json(emulator.state.faults))
  app.get('/_emulator/deliveries', (context) => context.json({ data: emulator.state.deliveries }))
  app.get('/_emulator/events', (context) => context.json({
    data: [...emulator.state.events.values()].map(({ id, type, createdMs, body }) => ({ id, type, createdMs, payload: JSON.parse(body) as unknown })),
  }))
  app.get('/_emulator/counts', (context) => context.json(countsOf(emulator.state)))
}

function countsOf({ users, organizations, memberships, invitations, sessions, events, deliveries }: ClerkState) {
  return {
    users: users.size(), organizations: organizations.size(), memberships: memberships.size(), invitations: invitations.size(), sessions: sessions.size(),
    events: events.size, deliveries: deliveries.length,
  }
}

async function act<T>(context: Context, schema: z.ZodType<T>, work: (given: T) => unknown): Promise<Response> {
  const isForm = (context.req.header('content-type') ?? '').includes('form')
  const text = isForm ? '' : await context.req.text()
  try {
    const given = schema.safeParse(isForm ? await context.req.parseBody() : JSON.parse(text || '{}'))
    if (!given.success) return context.json({ error: z.prettifyError(given.error) }, 400)
    const result = await work(given.data)
    // A person on the control page goes back to it; a program gets its answer.
    return isForm ? context.redirect('/_emulator/', 303) : context.json(result as object)
  } catch (error) {
    if (error instanceof ClerkFault) return context.json({ error: error.longMessage }, error.status === 404 ? 404 : 400)
    if (error instanceof SyntaxError) return context.json({ error: 'The body is not JSON.' }, 400)
    throw error
  }
}

async function redeliver(emulator: Emulator, wish: z.infer<typeof redeliverSchema>) {
  const event = emulator.state.events.get(wish.event)
  if (!event) throw notFound('event', wish.event)
  const sends = targetsFor(emulator, event).flatMap((target) =>
    Array.from({ length: wish.times }, () => () => emulator.engine.sendNow(event.id, event.type, target)))
  if (wish.concurrently) return { deliveries: await Promise.all(sends.map((one) => one())) }
  const deliveries = []
  for (const one of sends) deliveries.push(await one())
  return { deliveries }
}
