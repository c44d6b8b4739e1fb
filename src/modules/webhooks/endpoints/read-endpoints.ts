import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findEndpoint, selectEndpoints, type Endpoint, type EndpointCounts } from './endpoints.queries.ts'

/** The school's endpoints, each with how its deliveries stand. @throws NotFound, NotAllowed */
export async function listEndpoints(ctx: TenantCtx): Promise<(Endpoint & EndpointCounts)[]> {
  return ctx.inTenant(({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    return selectEndpoints(tx, ctx.organizationId)
  })
}

/** One endpoint. @throws NotFound, NotAllowed */
export async function readEndpoint(ctx: TenantCtx, endpointId: string): Promise<Endpoint & EndpointCounts> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    const found = await findEndpoint(tx, ctx.organizationId, endpointId)
    if (!found) throw new NotFound(`no endpoint ${endpointId}`)
    return found
  })
}
