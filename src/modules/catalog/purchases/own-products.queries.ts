import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { ProductKind } from '../products/product-kinds.ts'

/** A product on its buyer's shelf. */
export interface ShelfProduct {
  id: string
  kind: ProductKind
  slug: string
  title: string
  boughtAt: Date
  /** The newest version that is theirs; null while none is released. */
  newest: { label: string; fileCount: number; sizeBytes: number } | null
}

/** The asker's products that hold files, the newest purchase first. A bundle's parts stand here, and not the bundle. */
export async function listShelfOfProducts(tx: Tx, organizationId: string, userId: string): Promise<ShelfProduct[]> {
  const found = await sql<Omit<ShelfProduct, 'boughtAt'> & { boughtAt: string }>`
    select d.id, d.kind, d.slug, d.title, p.bought_at as "boughtAt", (
      select json_build_object('label', v.label, 'fileCount', count(f.id), 'sizeBytes', coalesce(sum(f.size_bytes), 0))
      from product_versions v left join product_files f on f.organization_id = v.organization_id and f.version_id = v.id
      where v.organization_id = d.organization_id and v.product_id = d.id and v.released_at is not null
      group by v.id, v.label, v.released_at order by v.released_at desc limit 1) as newest
    from products d join (
      select product_id, max(paid_at) as bought_at from purchases
      where organization_id = ${organizationId} and user_id = ${userId} and paid_at is not null and refunded_at is null group by product_id
    ) p on p.product_id = d.id
    where d.organization_id = ${organizationId} and d.deleted_at is null and d.kind <> 'bundle'
    order by p.bought_at desc, d.id limit 200`.execute(tx)
  return found.rows.map((row) => ({ ...row, boughtAt: new Date(row.boughtAt) }))
}
