import type { Tx } from '#platform/ctx.ts'

/** Gives a purchase its key, once: whoever asks again leaves it as it is. */
export async function giveKey(tx: Tx, key: { organizationId: string; id: string; purchaseId: string; userId: string; key: string }): Promise<void> {
  await tx.insertInto('licence_keys')
    .values({ organization_id: key.organizationId, id: key.id, purchase_id: key.purchaseId, user_id: key.userId, key: key.key })
    .onConflict((conflict) => conflict.columns(['organization_id', 'purchase_id']).doNothing()).execute()
}

/** Revokes the key of a purchase, or gives it back. @returns whether there is one */
export async function setKeyRevoked(tx: Tx, organizationId: string, purchaseId: string, revokedAt: Date | null): Promise<boolean> {
  const row = await tx.updateTable('licence_keys').set({ revoked_at: revokedAt })
    .where('organization_id', '=', organizationId).where('purchase_id', '=', purchaseId).returning('id').executeTakeFirst()
  return row !== undefined
}

/** What is known of a key. */
export interface KnownKey {
  productSlug: string
  productTitle: string
  isAnswered: boolean
  isRevoked: boolean
  isPurchaseOpen: boolean
}

export async function findKey(tx: Tx, organizationId: string, key: string): Promise<KnownKey | null> {
  const row = await tx.selectFrom('licence_keys as k')
    .innerJoin('purchases as p', (join) => join.onRef('p.organization_id', '=', 'k.organization_id').onRef('p.id', '=', 'k.purchase_id'))
    .innerJoin('products as d', (join) => join.onRef('d.organization_id', '=', 'p.organization_id').onRef('d.id', '=', 'p.product_id'))
    .select(['d.slug', 'd.title', 'd.answers_licence_checks', 'k.revoked_at', 'p.paid_at', 'p.refunded_at'])
    .where('k.organization_id', '=', organizationId).where('k.key', '=', key).executeTakeFirst()
  if (!row) return null
  return {
    productSlug: row.slug,
    productTitle: row.title,
    isAnswered: row.answers_licence_checks,
    isRevoked: row.revoked_at !== null,
    isPurchaseOpen: row.paid_at !== null && row.refunded_at === null,
  }
}
