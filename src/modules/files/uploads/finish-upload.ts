import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { TenantCtx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { FileRefused } from '../errors.ts'
import { lockFileRow, markFileReady, markFileRefused, type FileRow, type ReadyFacts } from '../files.queries.ts'
import type { FileStorage } from '../ports.ts'
import { measureDuration } from '../storage/measure-duration.ts'
import type { FilePurpose } from '../storage/media-types.ts'
import { headBytes, recogniseBytes } from '../storage/recognise-bytes.ts'
import { makeStorageKey } from '../storage/storage-key.ts'
import { requireUpload } from './require-upload.ts'
import { fileWords } from '../words/file-words.ts'

/** What a finished upload became. */
export interface FinishedUpload {
  fileId: string
  mediaType: string
  sizeBytes: number
  durationSeconds: number | null
}

/**
 * Looks at the bytes that came, and takes them over or refuses them. Safe to run again for the same upload: a crash
 * between the last byte and this leaves it to be done by the next question for the upload.
 *
 * @param input where the bytes lie on this machine
 * @throws FileRefused when they are not what they were said to be; then they are deleted
 */
export async function finishUpload(ctx: TenantCtx & { storage: FileStorage }, input: { fileId: string; path: string }): Promise<FinishedUpload> {
  const row = await requireUpload(ctx, input.fileId)
  if (row.status !== 'uploading') return alreadyFinished(row)

  const head = await readHead(input.path)
  const recognised = await recogniseBytes(row.purpose as FilePurpose, row.name, head.bytes)
  if (recognised.refusal !== null) {
    await refuseUpload(ctx, input.fileId, recognised.refusal)
    await rm(input.path, { force: true })
    throw new FileRefused(recognised.refusal)
  }

  const storageKey = makeStorageKey(ctx.organizationId, input.fileId, recognised.ending)
  const sha256 = await hashOf(input.path)
  await ctx.storage.takeIn(storageKey, input.path)
  return keepFinished(ctx, row, {
    mediaType: recognised.mediaType,
    storageKey,
    sizeBytes: head.sizeBytes,
    sha256,
    durationSeconds: measureDuration(recognised.mediaType, head.bytes, head.sizeBytes) ?? row.duration_seconds,
  })
}

/**
 * Marks an upload as ready, whose bytes rest under their last key.
 *
 * @throws NotFound when it was cancelled meanwhile; then the bytes are removed
 */
export async function keepFinished(ctx: TenantCtx & { storage: FileStorage }, row: FileRow, facts: ReadyFacts): Promise<FinishedUpload> {
  const isKept = await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'files.manage')
    const locked = await lockFileRow(tx, row.id)
    if (locked?.status === 'uploading') {
      await markFileReady(tx, row.id, facts)
      if (row.store_upload_id) await enqueueJob(tx, 'remove-file-bytes', { fileId: row.id, storageKey: row.storage_key }, { key: `bytes:${row.id}` })
    }
    return locked !== null
  })
  if (!isKept) {
    await ctx.storage.remove(facts.storageKey)
    throw new NotFound('the upload was cancelled while it finished')
  }
  return { fileId: row.id, mediaType: facts.mediaType, sizeBytes: facts.sizeBytes, durationSeconds: facts.durationSeconds }
}

/** What an upload became that is over. @throws FileRefused when it was refused */
export function alreadyFinished(row: FileRow): FinishedUpload {
  if (row.status === 'refused') throw new FileRefused(row.refusal ?? fileWords().notTaken)
  return { fileId: row.id, mediaType: row.media_type, sizeBytes: row.size_bytes, durationSeconds: row.duration_seconds }
}

/** Writes down that a file was not taken, and why. */
export async function refuseUpload(ctx: TenantCtx, fileId: string, refusal: string): Promise<void> {
  await ctx.inTenant(({ tx }) => markFileRefused(tx, fileId, refusal))
}

async function readHead(path: string): Promise<{ bytes: Uint8Array; sizeBytes: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(Math.min(size, headBytes))
    await file.read(bytes, 0, bytes.length, 0)
    return { bytes, sizeBytes: size }
  } finally {
    await file.close()
  }
}

/** Through one piece of memory, however large the file. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 ** 2)
  const file = await open(path)
  try {
    for (let read = await file.read(piece); read.bytesRead > 0; read = await file.read(piece)) hash.update(piece.subarray(0, read.bytesRead))
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}
