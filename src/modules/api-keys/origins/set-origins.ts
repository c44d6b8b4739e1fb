import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { deleteOtherOrigins, insertOrigin } from './origins.queries.ts'

/** Says which websites may ask the API from a browser; those not named may not any more. @throws NotFound, NotAllowed */
export async function setOrigins(ctx: TenantCtx, origins: readonly string[]): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'api-keys.manage')
    await deleteOtherOrigins(tx, ctx.organizationId, origins)
    for (const origin of origins) await insertOrigin(tx, ctx.organizationId, { id: ctx.ids.next(), origin })
  })
}
