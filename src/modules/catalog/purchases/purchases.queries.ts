import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** Whose purchase of which product, by which order; by none where it cost nothing. */
export interface PurchaseKey {
  organizationId: string
  productId: string
  userId: string
  orderId: string | null
}

/** Makes everything that changes one person's hold on one product follow each other until the transaction ends. */
export async function lockPurchaser(tx: Tx, key: Pick<PurchaseKey, 'organizationId' | 'productId' | 'userId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`purchase:${key.organizationId}:${key.productId}:${key.userId}`}, 0))`.execute(tx)
}

/**
 * Notes that an order of a product was paid or refunded; the first word of each kind stays, whichever came first.
 *
 * @returns the purchase, and whether it opens the product now
 */
export async function notePurchase(tx: Tx, key: PurchaseKey, word: { id: string; paidAt?: Date; refundedAt?: Date }): Promise<{ purchaseId: string; isOpen: boolean }> {
  const target = key.orderId === null ? sql`(organization_id, product_id, user_id) where order_id is null` : sql`(organization_id, product_id, order_id) where order_id is not null`
  const found = await sql<{ id: string; isOpen: boolean }>`
    insert into purchases as p (organization_id, id, product_id, user_id, order_id, paid_at, refunded_at, versions_from)
    values (${key.organizationId}, ${word.id}, ${key.productId}, ${key.userId}, ${key.orderId}, ${word.paidAt ?? null}, ${word.refundedAt ?? null},
      coalesce((select max(released_at) from product_versions where organization_id = ${key.organizationId} and product_id = ${key.productId} and released_at <= coalesce(${word.paidAt ?? null}::timestamptz, now())), '-infinity'))
    on conflict ${target} do update set paid_at = coalesce(p.paid_at, excluded.paid_at), refunded_at = coalesce(p.refunded_at, excluded.refunded_at)
    returning id, paid_at is not null and refunded_at is null as "isOpen"`.execute(tx)
  const [row] = found.rows
  if (!row) throw new TypeError('a purchase was written and told nothing')
  return { purchaseId: row.id, isOpen: row.isOpen }
}

/** Whether the person has the product now. */
export async function hasProduct(tx: Tx, key: Pick<PurchaseKey, 'organizationId' | 'productId' | 'userId'>): Promise<boolean> {
  const row = await tx.selectFrom('purchases').select('id')
    .where('organization_id', '=', key.organizationId).where('product_id', '=', key.productId).where('user_id', '=', key.userId)
    .where('paid_at', 'is not', null).where('refunded_at', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The products that the person in the claims has here. */
export async function listOwnProductIds(tx: Tx): Promise<Set<string>> {
  const found = await sql<{ id: string }>`select id from my_products() as mine(id)`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}

/** A purchase that is open, with its key. */
export interface OpenPurchase {
  id: string
  paidAt: Date
  licence: { key: string; isRevoked: boolean } | null
}

/** The open purchases of a product by one person, the oldest first: what they have counts from there. */
export async function listOpenPurchases(tx: Tx, key: Pick<PurchaseKey, 'organizationId' | 'productId' | 'userId'>): Promise<OpenPurchase[]> {
  const rows = await tx.selectFrom('purchases as p')
    .leftJoin('licence_keys as k', (join) => join.onRef('k.organization_id', '=', 'p.organization_id').onRef('k.purchase_id', '=', 'p.id'))
    .select(['p.id', 'p.paid_at', 'k.key', 'k.revoked_at'])
    .where('p.organization_id', '=', key.organizationId).where('p.product_id', '=', key.productId).where('p.user_id', '=', key.userId)
    .where('p.paid_at', 'is not', null).where('p.refunded_at', 'is', null).orderBy('p.paid_at').orderBy('p.id').execute()
  return rows.flatMap((row) => (row.paid_at === null ? [] : [{ id: row.id, paidAt: row.paid_at, licence: row.key === null ? null : { key: row.key, isRevoked: row.revoked_at !== null } }]))
}

/** The versions whose files the person in the claims may fetch. */
export async function listOwnVersionIds(tx: Tx): Promise<Set<string>> {
  const found = await sql<{ id: string }>`select id from my_product_versions() as mine(id)`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}
