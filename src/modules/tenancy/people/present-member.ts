import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '../permissions.ts'
import { writePresentation } from './present-member.queries.ts'

/** How a member is shown to others. */
export interface Presentation {
  membershipId: string
  displayName: string
  /** What they teach or do, in a few words. */
  title: string
  bio: string
  /** Whether the school's own pages show this person. */
  isPublic: boolean
}

/**
 * Says how a member is shown, and whether the school's pages name them.
 *
 * @throws NotAllowed without people.manage; NotFound for a membership that is not this school's
 */
export async function presentMember(ctx: TenantCtx, input: Presentation): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    if (!(await writePresentation(tx, ctx.organizationId, input))) throw new NotFound('no such membership')
  })
}
