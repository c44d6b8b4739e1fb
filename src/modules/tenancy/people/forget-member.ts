import { removeUserUnlessNamed, type GonePerson } from '#modules/identity/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { deleteEndedMembershipsOf, deleteInvitationsTo, endMembershipsOfUser, withdrawInvitationsBy } from './memberships.queries.ts'

/**
 * Ends the memberships of someone whose account is gone, empties what these say of them, and deletes the person unless
 * orders, the ledger, or what they taught or learnt names them. The last owner's membership stays until the operator
 * has found the school a new one: a school without an owner could not be helped by anyone in it. Invitations that went
 * to their address go too.
 *
 * @param tx a transaction of the system
 */
export async function forgetMember(tx: Tx, { userId, at, email }: GonePerson): Promise<void> {
  if (email) await deleteInvitationsTo(tx, email.address)
  await endMembershipsOfUser(tx, userId, at)
  await removeUserUnlessNamed(tx, userId, at, async () => {
    await withdrawInvitationsBy(tx, userId)
    await deleteEndedMembershipsOf(tx, userId)
  })
}
