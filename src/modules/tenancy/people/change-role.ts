import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { KeptElsewhere, LastOwner, OwnersOnly } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import { endMembership, findMembership, writeRole, type MembershipRow } from './memberships.queries.ts'

/**
 * Gives one of the school's people another role; it holds with their next request.
 *
 * @throws NotFound, NotAllowed; OwnersOnly when an owner is concerned and the one who asks is none; KeptElsewhere; LastOwner
 */
export async function changeRole(ctx: TenantCtx, input: { membershipId: string; role: MemberRole }): Promise<void> {
  await keepingAnOwner(() =>
    ctx.inTenant(async ({ tx, role }) => {
      requirePermission(role, 'people.manage')
      const member = await requireMember(findMembership(tx, ctx.organizationId, input.membershipId))
      const concernsOwner = member.role === 'owner' || input.role === 'owner'
      if (concernsOwner && role !== 'owner') throw new OwnersOnly()
      if (member.isKeptElsewhere) throw new KeptElsewhere()
      if (member.role === input.role) return

      await writeRole(tx, ctx.organizationId, member.id, input.role)
    }),
  )
}

/**
 * Takes someone out of the school's people. Courses they bought stay theirs; orders and progress are kept.
 *
 * @throws NotFound, NotAllowed; OwnersOnly when an owner is concerned and the one who asks is none; KeptElsewhere; LastOwner
 */
export async function removeMember(ctx: TenantCtx, input: { membershipId: string }): Promise<void> {
  await keepingAnOwner(() =>
    ctx.inTenant(async ({ tx, role }) => {
      requirePermission(role, 'people.manage')
      const member = await requireMember(findMembership(tx, ctx.organizationId, input.membershipId))
      if (member.role === 'owner' && role !== 'owner') throw new OwnersOnly()
      if (member.isKeptElsewhere) throw new KeptElsewhere()

      await endMembership(tx, ctx.organizationId, member.id, ctx.clock.now())
    }),
  )
}

async function requireMember(asked: Promise<MembershipRow | null>): Promise<MembershipRow> {
  const member = await asked
  if (!member) throw new NotFound('there is no such membership in this school')
  return member
}

/** The database refuses to let the last owner go, also when two owners remove each other at the same moment. */
async function keepingAnOwner(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if ((fault as { constraint?: unknown } | null)?.constraint === 'organization_keeps_an_owner') throw new LastOwner()
    throw fault
  }
}
