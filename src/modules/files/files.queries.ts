import type { Tx } from '#platform/ctx.ts'
import { unlessPointedAt } from '#platform/db/unless-pointed-at.queries.ts'
import type { FilePurpose } from './storage/media-types.ts'

/** A file as its row tells it. */
export interface FileRow {
  id: string
  organization_id: string
  name: string
  purpose: string
  media_type: string
  size_bytes: number
  storage_key: string
  duration_seconds: number | null
  status: string
  refusal: string | null
  uploaded_by: string
  store_upload_id: string | null
}

const columns = ['id', 'organization_id', 'name', 'purpose', 'media_type', 'size_bytes', 'storage_key', 'duration_seconds', 'status', 'refusal', 'uploaded_by', 'store_upload_id'] as const

export interface NewFile {
  organizationId: string
  id: string
  name: string
  purpose: FilePurpose
  sizeBytes: number
  storageKey: string
  uploadedBy: string
  durationSeconds: number | null
}

export async function insertUploadingFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.insertInto('files').values({
    organization_id: file.organizationId,
    id: file.id,
    name: file.name,
    purpose: file.purpose,
    size_bytes: file.sizeBytes,
    storage_key: file.storageKey,
    uploaded_by: file.uploadedBy,
    duration_seconds: file.durationSeconds,
  }).execute()
}

export async function findFileRow(tx: Tx, fileId: string): Promise<FileRow | null> {
  return (await tx.selectFrom('files').select(columns).where('id', '=', fileId).executeTakeFirst()) ?? null
}

/** Locks the row until the transaction ends, so that two ends of one upload come one after the other. */
export async function lockFileRow(tx: Tx, fileId: string): Promise<FileRow | null> {
  return (await tx.selectFrom('files').select(columns).where('id', '=', fileId).forUpdate().executeTakeFirst()) ?? null
}

export interface ReadyFacts {
  mediaType: string
  storageKey: string
  sizeBytes: number
  /** Null where the bytes did not pass through here. */
  sha256: string | null
  durationSeconds: number | null
}

export async function markFileReady(tx: Tx, fileId: string, facts: ReadyFacts): Promise<void> {
  await tx.updateTable('files').set({
    status: 'ready',
    media_type: facts.mediaType,
    storage_key: facts.storageKey,
    size_bytes: facts.sizeBytes,
    received_bytes: facts.sizeBytes,
    sha256: facts.sha256,
    duration_seconds: facts.durationSeconds,
    store_upload_id: null,
  }).where('id', '=', fileId).execute()
}

export async function markFileRefused(tx: Tx, fileId: string, refusal: string): Promise<void> {
  await tx.updateTable('files').set({ status: 'refused', refusal, store_upload_id: null }).where('id', '=', fileId).execute()
}

export async function noteReceivedBytes(tx: Tx, fileId: string, receivedBytes: number): Promise<void> {
  await tx.updateTable('files').set({ received_bytes: receivedBytes }).where('id', '=', fileId).where('status', '=', 'uploading').execute()
}

/** Keeps what the store calls an upload. Of two that begin at once the first counts. @returns whether it was this one */
export async function noteStoreUpload(tx: Tx, fileId: string, storeUploadId: string): Promise<boolean> {
  const noted = await tx.updateTable('files').set({ store_upload_id: storeUploadId }).where('id', '=', fileId).where('status', '=', 'uploading').where('store_upload_id', 'is', null).executeTakeFirst()
  return noted.numUpdatedRows > 0n
}

export async function deleteUploadingFile(tx: Tx, fileId: string): Promise<boolean> {
  const gone = await tx.deleteFrom('files').where('id', '=', fileId).where('status', '=', 'uploading').executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Uploads nobody has continued since `before`, oldest first; asked by the system for all schools. */
export async function listAbandonedUploads(tx: Tx, before: Date, limit: number): Promise<FileRow[]> {
  return tx.selectFrom('files').select(columns).where('status', '=', 'uploading').where('updated_at', '<', before).orderBy('updated_at').limit(limit).execute()
}

/** Everything that somebody brought, in every school; asked by the system. */
export async function listFilesBy(tx: Tx, userId: string): Promise<FileRow[]> {
  return tx.selectFrom('files').select(columns).where('uploaded_by', '=', userId).orderBy('id').execute()
}

/** Deletes a file's row unless something shows the file. */
export async function deleteUnusedFile(tx: Tx, fileId: string): Promise<boolean> {
  return unlessPointedAt(tx, () => tx.deleteFrom('files').where('id', '=', fileId).execute())
}
