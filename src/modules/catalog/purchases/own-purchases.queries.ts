import { sql } from 'kysely'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'

/** The products of a person, with their licence keys, for the copy of their data. */
export async function listOwnPurchases(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, p.title as product, p.kind, b.paid_at as "since", b.refunded_at as "refundedAt", k.key as "licenceKey", k.revoked_at as "keyRevokedAt"
    from purchases b join products p on p.organization_id = b.organization_id and p.id = b.product_id join organizations s on s.id = b.organization_id
    left join licence_keys k on k.organization_id = b.organization_id and k.purchase_id = b.id
    where b.user_id = ${userId} and (${organizationId}::uuid is null or b.organization_id = ${organizationId}::uuid) order by b.created_at`.execute(tx)
  return rows
}

/** Each time a person fetched a file of a product. */
export async function listOwnDownloads(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, p.title as product, f.name as file, d.happened_at as "happenedAt"
    from product_downloads d join purchases b on b.organization_id = d.organization_id and b.id = d.purchase_id
    join products p on p.organization_id = b.organization_id and p.id = b.product_id join organizations s on s.id = d.organization_id
    join files f on f.organization_id = d.organization_id and f.id = d.file_id
    where d.user_id = ${userId} and (${organizationId}::uuid is null or d.organization_id = ${organizationId}::uuid) order by d.happened_at`.execute(tx)
  return rows
}
