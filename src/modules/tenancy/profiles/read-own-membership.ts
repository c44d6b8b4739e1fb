import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findOwnMembership } from './profiles.queries.ts'

/**
 * The id of whoever asks in this school.
 *
 * @throws NotFound for someone without a membership
 */
export async function readOwnMembership(ctx: TenantCtx): Promise<string> {
  return ctx.inTenant(async ({ tx }) => {
    const found = ctx.userId ? await findOwnMembership(tx, ctx.organizationId, ctx.userId) : null
    if (!found) throw new NotFound('no membership in this school')
    return found
  })
}
