import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** How often a purchase fetched each file since the school last allowed more, and when it did so last. */
export async function countDownloads(tx: Tx, organizationId: string, purchaseId: string): Promise<Map<string, { count: number; lastAt: Date }>> {
  const found = await sql<{ fileId: string; count: number; lastAt: Date }>`
    select d.file_id as "fileId", count(*)::int as count, max(d.happened_at) as "lastAt"
    from product_downloads d join purchases p on p.organization_id = d.organization_id and p.id = d.purchase_id
    where d.organization_id = ${organizationId} and d.purchase_id = ${purchaseId} and d.happened_at >= p.downloads_from
    group by d.file_id`.execute(tx)
  return new Map(found.rows.map(({ fileId, count, lastAt }) => [fileId, { count, lastAt }]))
}

export async function insertDownload(tx: Tx, download: { organizationId: string; id: string; purchaseId: string; userId: string; fileId: string; happenedAt: Date }): Promise<void> {
  await tx.insertInto('product_downloads').values({
    organization_id: download.organizationId,
    id: download.id,
    purchase_id: download.purchaseId,
    user_id: download.userId,
    file_id: download.fileId,
    happened_at: download.happenedAt,
  }).execute()
}

/** Counts from now on. @returns whether the purchase is there */
export async function countFrom(tx: Tx, organizationId: string, purchaseId: string, from: Date): Promise<boolean> {
  const row = await tx.updateTable('purchases').set({ downloads_from: from })
    .where('organization_id', '=', organizationId).where('id', '=', purchaseId).returning('id').executeTakeFirst()
  return row !== undefined
}
