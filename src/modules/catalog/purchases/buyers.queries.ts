import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** Somebody who bought a product, with their key and what they fetched. */
export interface ProductBuyer {
  purchaseId: string
  name: string
  email: string | null
  boughtAt: Date | null
  refundedAt: Date | null
  order: { id: string; number: number } | null
  licence: { key: string; revokedAt: string | null } | null
  /** Since the school last allowed more. */
  downloadCount: number
  /** Some file was fetched as often as the product allows. */
  isUsedUp: boolean
}

/** A page of a product's buyers, the newest first. Asked by the system, for those who may read orders: names and addresses are theirs to read there. */
export async function listBuyers(tx: Tx, wanted: { organizationId: string; productId: string; before: string | null; limit: number }): Promise<ProductBuyer[]> {
  const before = wanted.before ? sql`and (p.created_at, p.id) < (select created_at, id from purchases where organization_id = ${wanted.organizationId} and id = ${wanted.before})` : sql``
  const found = await sql<ProductBuyer>`
    select p.id as "purchaseId", coalesce(nullif(o.buyer_name, ''), u.name, '') as name, coalesce(o.buyer_email, u.email) as email,
      p.paid_at as "boughtAt", p.refunded_at as "refundedAt",
      case when o.id is not null then json_build_object('id', o.id, 'number', o.number) end as "order",
      case when k.id is not null then json_build_object('key', k.key, 'revokedAt', k.revoked_at) end as licence,
      coalesce(n.count, 0)::int as "downloadCount", coalesce(n.most >= d.downloads_max, false) as "isUsedUp"
    from purchases p
    join products d on d.organization_id = p.organization_id and d.id = p.product_id
    join users u on u.id = p.user_id
    left join orders o on o.organization_id = p.organization_id and o.id = p.order_id
    left join licence_keys k on k.organization_id = p.organization_id and k.purchase_id = p.id
    left join lateral (
      select sum(times) as count, max(times) as most from (
        select count(*) as times from product_downloads l
        where l.organization_id = p.organization_id and l.purchase_id = p.id and l.happened_at >= p.downloads_from group by l.file_id) files) n on true
    where p.organization_id = ${wanted.organizationId} and p.product_id = ${wanted.productId} ${before}
    order by p.created_at desc, p.id desc limit ${wanted.limit}`.execute(tx)
  return found.rows
}

/** Whether a purchase is one of this product's. */
export async function isPurchaseOf(tx: Tx, organizationId: string, productId: string, purchaseId: string): Promise<boolean> {
  const row = await tx.selectFrom('purchases').select('id')
    .where('organization_id', '=', organizationId).where('product_id', '=', productId).where('id', '=', purchaseId).executeTakeFirst()
  return row !== undefined
}
