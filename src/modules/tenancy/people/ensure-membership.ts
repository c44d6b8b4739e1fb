import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { upsertMembership } from './memberships.queries.ts'

/**
 * Makes someone a member. A higher role that they hold stays; someone who was removed comes back with the role given
 * here, so that an admin who was let go and buys a course is a student.
 *
 * @param tx a transaction of the system
 * @param input `id` is for the membership if one has to be made
 * @returns the membership's id and the role it has now
 * @example
 * await ensureMembership(tx, { organizationId, userId, role: 'student', id: ctx.ids.next() })
 */
export async function ensureMembership(
  tx: Tx,
  input: { organizationId: string; userId: string; role: MemberRole; id: string },
): Promise<{ id: string; role: MemberRole }> {
  return upsertMembership(tx, input)
}
