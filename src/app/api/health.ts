import { Hono } from 'hono'
import { readHealth } from '#platform/http/health.queries.ts'
import type { App } from '../../wiring.ts'

/** `GET /api/health`: 200 when database, migrations and worker are well (a queue outside needs no worker), else 503 and which is not. Says too who people are here: `builtin` or `clerk`. */
export function healthApi(app: App): Hono {
  return new Hono().get('/', async (c) => {
    const health = await readHealth(app.pools.system, { outsideQueue: app.queue.outsideName })
    c.header('Cache-Control', 'no-store')
    return c.json({ ...health, identity: app.accounts.provider }, health.isWell ? 200 : 503)
  })
}
