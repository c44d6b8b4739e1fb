import type { Tx } from '#platform/ctx.ts'

/** A file that can be shown or downloaded: everything a link to it is made from. */
export interface StoredFile {
  fileId: string
  storageKey: string
  name: string
  purpose: string
  mediaType: string
  sizeBytes: number
  /** Null for what has no length in time. */
  durationSeconds: number | null
}

/** The file, if its bytes are here and whoever the transaction is opened for may read it. */
export async function findReadyFile(tx: Tx, organizationId: string, fileId: string): Promise<StoredFile | null> {
  const row = await tx.selectFrom('files').select(['id', 'storage_key', 'name', 'purpose', 'media_type', 'size_bytes', 'duration_seconds'])
    .where('organization_id', '=', organizationId).where('id', '=', fileId).where('status', '=', 'ready').executeTakeFirst()
  if (!row) return null
  return {
    fileId: row.id,
    storageKey: row.storage_key,
    name: row.name,
    purpose: row.purpose,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    durationSeconds: row.duration_seconds,
  }
}
