import { forgetMember } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'
import { removeFilesOf } from './remove-files-of.ts'

/**
 * What becomes of somebody whose account is gone: files that only they had a use for go, memberships end, and the
 * person is deleted, or stays as an emptied row where orders, the ledger, or what they taught or learnt names them.
 *
 * @param tx the transaction of the event that told of it; identity has emptied the person's row in it already
 */
export async function forgetPerson(tx: Tx, userId: string, at: Date): Promise<void> {
  await removeFilesOf(tx, userId)
  await forgetMember(tx, userId, at)
}
