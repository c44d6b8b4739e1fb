import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { AppError } from '#platform/errors/app-error.ts'
import type { Inbox } from '#platform/inbox/inbox.ts'
import { receive } from '#platform/inbox/receive.ts'
import { switchboard } from '../../switchboard.ts'
import type { App, AppCtx } from '../../wiring.ts'
import { limitFloods } from './limit-floods.ts'

const providers = ['stripe', 'stripe-connect', 'clerk'] as const

/** Nothing can be told true from false here yet. A sender that comes again later finds it set, and nothing is lost. */
class WebhookNotSetUp extends AppError {
  constructor(provider: string) {
    super({ code: 'webhook-not-set-up', status: 503, publicMessage: `The webhook secret of ${provider} is not set on this installation.`, retryAfterSeconds: 300 })
  }
}

/** `POST /api/webhooks/<provider>`, on every host: what the outside world tells us enters by the inbox. */
export function webhooksApi(app: App): Hono<{ Bindings: HttpBindings }> {
  const inbox: Inbox<AppCtx> = { ctx: app.systemCtx, pool: app.pools.system, switchboard, outsideQueue: app.queue.outsideName }
  const floods = limitFloods()
  const api = new Hono<{ Bindings: HttpBindings }>()
  for (const provider of providers) {
    api.post(`/${provider}`, (c) => {
      const verifier = app.webhooks[provider]
      if (!verifier) throw new WebhookNotSetUp(provider)

      const address = c.env?.incoming?.socket?.remoteAddress ?? 'unknown'
      return floods.take(address, () => receive(inbox, { provider, verify: (body, headers) => verifier.verify(body, headers), request: c.req.raw }))
    })
  }
  return api
}
