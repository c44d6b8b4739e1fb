import type { Tx } from '#platform/db/transaction.ts'
import { endMembershipsOfUser } from './memberships.queries.ts'

/**
 * Ends the memberships of someone whose account is gone. An owner's stays until the operator has found the school a
 * new one: a school without an owner could not be helped by anyone in it.
 *
 * @param tx a transaction of the system
 */
export async function endMembershipsOf(tx: Tx, userId: string, at: Date): Promise<void> {
  await endMembershipsOfUser(tx, userId, at)
}
