import { randomBytes } from 'node:crypto'
import { NotFound, type AppError } from '#platform/errors/app-error.ts'
import { withTenant } from '#platform/db/with-tenant.ts'
import type { App } from '../../wiring.ts'
import type { RequestContext, Tenant, Viewer } from '../request-context.ts'

/** What is known of a request when its context is made. */
export interface ContextInput {
  app: App
  tenant: Tenant | null
  base: string
  host: string
  address: string
  headers: Headers
  renewalFault?: AppError | null
}

/** Makes the context of one request; who is signed in is asked at most once, and only when a route wants to know. */
export function makeRequestContext(input: ContextInput): RequestContext {
  const { app, tenant } = input
  let asked: Promise<Viewer | null> | undefined
  const viewer = () => (asked ??= app.identity.findViewer(input.headers))
  return {
    app,
    tenant,
    base: input.base,
    origin: `${app.config.scheme}://${input.host}`,
    nonce: randomBytes(16).toString('base64'),
    page: { pattern: null },
    address: input.address,
    renewalFault: input.renewalFault ?? null,
    viewer,
    async tenantCtx() {
      if (!tenant) throw new NotFound('a page of a school was asked for outside of one')
      const userId = (await viewer())?.userId ?? null
      return {
        organizationId: tenant.id,
        userId,
        clock: app.clock,
        ids: app.ids,
        inTenant: (work) => withTenant(app.pools.web, { organizationId: tenant.id, userId }, work),
      }
    },
  }
}
