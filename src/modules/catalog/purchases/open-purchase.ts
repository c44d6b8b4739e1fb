import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { findProduct } from '../products/products.queries.ts'
import { newLicenceKey } from './licence-key.ts'
import { giveKey } from './licence-keys.queries.ts'
import { lockPurchaser, notePurchase, type PurchaseKey } from './purchases.queries.ts'

/**
 * Notes what was heard of an order of a product, in the caller's transaction (a system one). A purchase that is open
 * gets its licence key if the product gives keys; the buyer's library hears of it.
 */
export async function openPurchase(ctx: Pick<SystemCtx, 'ids'>, tx: Tx, key: PurchaseKey, word: { paidAt?: Date; refundedAt?: Date }): Promise<void> {
  await lockPurchaser(tx, key)
  const { purchaseId, isOpen } = await notePurchase(tx, key, { id: ctx.ids.next(), ...word })
  const product = await findProduct(tx, key.organizationId, { id: key.productId })
  if (isOpen && product?.givesLicenceKeys) {
    await giveKey(tx, { organizationId: key.organizationId, id: ctx.ids.next(), purchaseId, userId: key.userId, key: newLicenceKey() })
  }
  await publishLive(tx, { organizationId: key.organizationId, name: 'library', userId: key.userId })
}
