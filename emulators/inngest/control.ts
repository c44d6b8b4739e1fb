import type { Hono } from 'hono'
import { z } from 'zod'
import { faultsSchema } from '../core/faults.ts'
import { isForeign } from '../core/is-foreign.ts'
import type { Emulator } from './emulator.ts'

const advanceSchema = z.strictObject({ seconds: z.number().min(0).max(400 * 24 * 3600) })
const syncSchema = z.strictObject({ url: z.url() })

/** What only the emulator has: a look inside, and switches. It is for this machine; it asks for no key. */
export function serveControl(app: Hono, emulator: Emulator, sync: (url: string) => Promise<object>): void {
  app.use('/_emulator/*', async (context, next) => {
    if (context.req.method !== 'GET' && isForeign((name) => context.req.header(name))) {
      return context.json({ error: 'A page of another site may not turn these switches.' }, 403)
    }
    return next()
  })
  app.get('/_emulator/functions', (context) => context.json({ data: [...emulator.state.functions.values()] }))
  app.get('/_emulator/events', (context) => context.json({ data: emulator.state.events }))
  app.get('/_emulator/runs', (context) => context.json({ data: [...emulator.state.runs.values()] }))
  const turn = <T>(path: string, schema: z.ZodType<T>, work: (given: T) => object | Promise<object>) =>
    app.post(`/_emulator/${path}`, async (context) => {
      const given = schema.safeParse(await context.req.json().catch(() => undefined))
      return given.success ? context.json(await work(given.data)) : context.json({ error: z.prettifyError(given.error) }, 400)
    })
  turn('clock/advance', advanceSchema, ({ seconds }) => {
    emulator.clock.advance(seconds)
    return { now: emulator.clock.now() }
  })
  turn('faults', faultsSchema, (faults) => (emulator.state.faults = faults))
  turn('sync', syncSchema, ({ url }) => sync(url))
}
