import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import { markRevoked } from './api-keys.queries.ts'

/** Ends a key at once and for good; who did it stays with it. @throws NotFound for one that is revoked already; NotAllowed */
export async function revokeKey(ctx: TenantCtx, keyId: string): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'api-keys.manage')
    if (!(await markRevoked(tx, ctx.organizationId, keyId, { at: ctx.clock.now(), by: ctx.userId }))) throw new NotFound(`no key ${keyId} to revoke`)
  })
  log.info({ organizationId: ctx.organizationId, keyId, userId: ctx.userId }, 'an API key was revoked')
}
