import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { selectOrigins } from '../origins/origins.queries.ts'
import { findKey, selectKeys, type ApiKey } from './api-keys.queries.ts'

/** The school's keys, those in use first, and the websites that may ask from a browser. @throws NotFound, NotAllowed */
export async function listKeys(ctx: TenantCtx): Promise<{ keys: ApiKey[]; origins: string[] }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'api-keys.manage')
    return { keys: await selectKeys(tx, ctx.organizationId), origins: await selectOrigins(tx, ctx.organizationId) }
  })
}

/** One key. @throws NotFound, NotAllowed */
export async function readKey(ctx: TenantCtx, keyId: string): Promise<ApiKey> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'api-keys.manage')
    const found = await findKey(tx, ctx.organizationId, keyId)
    if (!found) throw new NotFound(`no key ${keyId}`)
    return found
  })
}
