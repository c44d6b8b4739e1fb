import { Hono } from 'hono'
import { SignInRequired } from '#platform/errors/app-error.ts'
import type { App } from '../../wiring.ts'

/**
 * `POST /api/users/sync`: brings the user behind a bearer token up to date, or makes it. The third door of the same
 * use case; the others are the inbox and the first request.
 */
export function usersSyncApi(app: App): Hono {
  return new Hono().post('/', async (c) => {
    const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const viewer = token ? await app.identity.findViewerByBearer(token) : null
    if (!viewer) throw new SignInRequired()

    c.header('Cache-Control', 'no-store')
    return c.json({ data: { id: viewer.userId, name: viewer.name, email: viewer.email } })
  })
}
