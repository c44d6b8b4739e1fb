import type { GonePerson } from '#modules/identity/index.ts'
import type { Tx } from '#platform/ctx.ts'
import { aliasFor } from './buyer-alias.ts'
import { deleteUnpaidCheckouts, emptyBuyerNames, isAddressOfAnother, listBuyerAddresses, lockCheckoutsOf, renameBuyer, type BuyerAddress } from './forget-buyer.queries.ts'

/**
 * Takes somebody who is gone out of the books. Amounts, dates, numbers and what was sold stay; name and address give
 * way to an alias, the same in all rows of one school, so that the books still explain themselves. Who it was stands
 * with the payment provider, which the order names. Attempts to buy that came to nothing go altogether.
 *
 * @param tx a transaction of the system
 * @returns the addresses that were theirs alone
 */
export async function forgetBuyer(tx: Tx, { userId, email }: GonePerson): Promise<BuyerAddress[]> {
  const provenAddress = email?.isProven ? email.address : null
  const checkoutIds = await lockCheckoutsOf(tx, userId, provenAddress)
  if (checkoutIds.length === 0) return []

  await deleteUnpaidCheckouts(tx, checkoutIds)
  await emptyBuyerNames(tx, userId)
  const own: BuyerAddress[] = []
  for (const address of await listBuyerAddresses(tx, checkoutIds)) {
    // Somebody else bought under it in the same school: it is their address, and their account in the ledger.
    if (await isAddressOfAnother(tx, address, userId)) continue

    await renameBuyer(tx, { ...address, checkoutIds, alias: aliasFor() })
    own.push(address)
  }
  return own
}
