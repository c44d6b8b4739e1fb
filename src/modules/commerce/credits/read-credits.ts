import { readPerson, requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { selectCredits } from './credits.queries.ts'
import type { Credits } from './credits.schema.ts'

const none: Credits = { balance: 0, lines: [] }

/** The credits of whoever asks, in this school; none for a visitor. */
export async function readOwnCredits(ctx: TenantCtx): Promise<Credits> {
  const { userId, organizationId } = ctx
  return userId === null ? none : ctx.inTenant(({ tx }) => selectCredits(tx, organizationId, userId))
}

/**
 * The credits of one of the school's people.
 *
 * @throws NotAllowed without `credits.give`; NotFound for strangers, and for people of other schools
 */
export async function readCreditsOf(ctx: TenantCtx, membershipId: string): Promise<Credits> {
  await ctx.inTenant(async ({ role }) => requirePermission(role, 'credits.give'))
  const { userId } = await readPerson(ctx, membershipId)
  return ctx.inTenant(({ tx }) => selectCredits(tx, ctx.organizationId, userId))
}
