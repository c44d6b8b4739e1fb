import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { AppError } from '#platform/errors/app-error.ts'
import { findAddresses } from '#platform/http/visitor-address.ts'
import { openIntake } from '#platform/inbox/open-intake.ts'
import { receive } from '#platform/inbox/receive.ts'
import type { WebhookVerifier } from '#platform/inbox/webhook-verifier.ts'
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
  const intake = openIntake<AppCtx>({ ctx: app.systemCtx, pool: app.pools.system, intakePool: app.pools.intake, switchboard, outsideQueue: app.queue.outsideName })
  const floods = limitFloods()
  const addressOf = findAddresses(app.config.trustedProxies)
  const api = new Hono<{ Bindings: HttpBindings }>()
  for (const provider of providers) {
    api.post(`/${provider}`, (c) => {
      const verifier = app.webhooks[provider]
      if (!verifier) throw new WebhookNotSetUp(provider)

      const incoming = c.env?.incoming
      const verify: WebhookVerifier['verify'] = (body, headers) => verifier.verify(body, headers)
      return floods.take(addressOf(incoming), () => receive(intake, { provider, verify, request: c.req.raw, isHeldToLength: incoming !== undefined }))
    })
  }
  return api
}
