import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../is-id.ts'
import { requirePermission } from '../permissions.ts'
import { findPerson, type Person } from './people.queries.ts'
import { findMembershipIdOf } from './read-person-of-user.queries.ts'

/**
 * One of the school's people, by the id of the user: what facts and orders name people by.
 *
 * @throws NotAllowed; NotFound also for people of other schools
 */
export async function readPersonOfUser(ctx: TenantCtx, userId: string): Promise<Person> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.read')
    const membershipId = isId(userId) ? await findMembershipIdOf(tx, ctx.organizationId, userId) : null
    const found = membershipId ? await findPerson(tx, ctx.organizationId, membershipId) : null
    if (!found) throw new NotFound('there is no such person in this school')
    return found
  })
}
