import type { Tx } from '#platform/db/transaction.ts'
import { unlessPointedAt } from '#platform/db/unless-pointed-at.queries.ts'
import { deleteUser, markRemoved } from './removed-users.queries.ts'

/**
 * Deletes somebody who is gone, unless orders, the ledger, or what they taught or learnt still names them: then the
 * emptied row stays, so that those keep someone to point at. What the provider called them is remembered as gone, so
 * an event that comes late does not bring them back.
 *
 * @param tx a transaction of the system
 * @param clearTheWay deletes what the caller knows to be of no use without them; undone where they must stay
 * @returns whether they are deleted
 */
export async function removeUserUnlessNamed(tx: Tx, userId: string, at: Date, clearTheWay: () => Promise<void>): Promise<boolean> {
  return unlessPointedAt(tx, async () => {
    await clearTheWay()
    await markRemoved(tx, userId, at)
    await deleteUser(tx, userId)
  })
}
