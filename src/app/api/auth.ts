import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { comeBackFromElsewhere } from '#modules/identity/index.ts'
import { findAddresses } from '#platform/http/visitor-address.ts'
import type { App } from '../../wiring.ts'

/** `/api/auth/*`: where links in mails about accounts lead, and providers send people back to. All else about signing in goes by our own pages. */
export function authApi(app: App): Hono {
  const addressOf = findAddresses(app.config.trustedProxies)
  const answer = async (c: Context<{ Bindings: HttpBindings }>) => {
    const address = addressOf(c.env?.incoming)
    return (await comeBackFromElsewhere(app.systemCtx, c.req.raw, address)) ?? app.identity.handle(c.req.raw, address)
  }
  return new Hono<{ Bindings: HttpBindings }>().all('/*', answer) as unknown as Hono
}
