import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import type { WebhookSender } from './ports.ts'

/** What the use cases of people need: the secret under which secrets are sealed. */
export interface WebhooksPersonCtx extends TenantCtx {
  config: { appSecret: string }
}

/** What sending needs. */
export interface WebhooksSystemCtx extends SystemCtx {
  config: { appSecret: string; scheme: string; baseDomain: string }
  webhookSender: WebhookSender
}
