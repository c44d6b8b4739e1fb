import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** A file in a version, as everybody may know of it. */
export interface VersionFile {
  fileId: string
  name: string
  sizeBytes: number
}

/** A version of a product with its files. */
export interface Version {
  id: string
  label: string
  notes: string
  /** Null while it is the school's alone. */
  releasedAt: Date | null
  files: VersionFile[]
}

/** The versions that the reader may know of, the newest first; what is not released stands before all others. */
export async function listVersions(tx: Tx, organizationId: string, productId: string): Promise<Version[]> {
  const found = await sql<Omit<Version, 'releasedAt'> & { releasedAt: string | null }>`
    select v.id, v.label, v.notes, v.released_at as "releasedAt", coalesce((
      select json_agg(json_build_object('fileId', f.file_id, 'name', f.name, 'sizeBytes', f.size_bytes) order by f.position, f.id)
      from product_files f where f.organization_id = v.organization_id and f.version_id = v.id), '[]'::json) as files
    from product_versions v where v.organization_id = ${organizationId} and v.product_id = ${productId}
    order by v.released_at desc nulls first, v.id desc limit 200`.execute(tx)
  return found.rows.map((row) => ({ ...row, releasedAt: row.releasedAt === null ? null : new Date(row.releasedAt) }))
}

export async function insertVersion(tx: Tx, version: { organizationId: string; id: string; productId: string; label: string; notes: string }): Promise<void> {
  const { organizationId: organization_id, id, productId: product_id, label, notes } = version
  await tx.insertInto('product_versions').values({ organization_id, id, product_id, label, notes }).execute()
}

export async function setReleased(tx: Tx, organizationId: string, versionId: string, releasedAt: Date | null): Promise<void> {
  await tx.updateTable('product_versions').set({ released_at: releasedAt }).where('organization_id', '=', organizationId).where('id', '=', versionId).execute()
}

export async function deleteVersion(tx: Tx, organizationId: string, versionId: string): Promise<void> {
  await tx.deleteFrom('product_versions').where('organization_id', '=', organizationId).where('id', '=', versionId).execute()
}

export async function insertVersionFile(tx: Tx, file: VersionFile & { organizationId: string; id: string; versionId: string }): Promise<void> {
  await tx.insertInto('product_files').values({
    organization_id: file.organizationId,
    id: file.id,
    version_id: file.versionId,
    file_id: file.fileId,
    name: file.name,
    size_bytes: file.sizeBytes,
    position: sql<number>`(select coalesce(max(position) + 1, 0) from product_files where organization_id = ${file.organizationId} and version_id = ${file.versionId})`,
  }).onConflict((conflict) => conflict.columns(['organization_id', 'version_id', 'file_id']).doNothing()).execute()
}

export async function deleteVersionFile(tx: Tx, organizationId: string, versionId: string, fileId: string): Promise<void> {
  await tx.deleteFrom('product_files').where('organization_id', '=', organizationId).where('version_id', '=', versionId).where('file_id', '=', fileId).execute()
}

/** How many files buyers of a product would get now. */
export async function countReleasedFiles(tx: Tx, organizationId: string, productId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from product_files f join product_versions v on v.organization_id = f.organization_id and v.id = f.version_id
    where v.organization_id = ${organizationId} and v.product_id = ${productId} and v.released_at is not null`.execute(tx)
  return found.rows[0]?.count ?? 0
}
