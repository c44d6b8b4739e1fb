import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '../permissions.ts'
import { findEmbedOrigins, updateEmbedOrigins } from './embed-origins.queries.ts'

/** The origins of other sites that may show the school's courses in a frame; every visitor's browser is told. */
export async function readEmbedOrigins(ctx: TenantCtx): Promise<string[]> {
  return ctx.inTenant(({ tx }) => findEmbedOrigins(tx, ctx.organizationId))
}

/**
 * Says which they are. Who is not on the list any more shows an empty frame from the next request on.
 *
 * @param origins as `embedOriginsForm` reads them
 * @throws NotAllowed without school.manage
 */
export async function chooseEmbedOrigins(ctx: TenantCtx, origins: readonly string[]): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await updateEmbedOrigins(tx, ctx.organizationId, origins)
  })
}
