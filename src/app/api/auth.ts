import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import type { App } from '../../wiring.ts'

/** `GET /api/auth/*`: where links in mails about accounts lead. All else about signing in goes by our own pages. */
export function authApi(app: App): Hono {
  const answer = (c: Context<{ Bindings: HttpBindings }>) => app.identity.handle(c.req.raw, c.env?.incoming?.socket?.remoteAddress ?? 'unknown')
  return new Hono<{ Bindings: HttpBindings }>().all('/*', answer) as unknown as Hono
}
