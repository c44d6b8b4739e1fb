import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { FileRefused, UploadIncomplete } from '../errors.ts'
import type { FileStorage } from '../ports.ts'
import { measureDuration } from '../storage/measure-duration.ts'
import type { FilePurpose } from '../storage/media-types.ts'
import { headBytes, recogniseBytes } from '../storage/recognise-bytes.ts'
import { makeStorageKey } from '../storage/storage-key.ts'
import { fileWords } from '../words/file-words.ts'
import { alreadyFinished, keepFinished, refuseUpload, type FinishedUpload } from './finish-upload.ts'
import { missingOf } from './list-missing-pieces.ts'
import { requireUpload } from './require-upload.ts'

/**
 * Makes a file of the pieces that a browser sent to the store, and looks at it: its size as the store says it, then its
 * first bytes. Each step can be done again, so whoever asks after a crash brings it to its end.
 *
 * @throws UploadIncomplete while pieces are missing; FileRefused when the bytes are not what they were said to be
 */
export async function finishDirectUpload(ctx: TenantCtx & { storage: FileStorage }, fileId: string): Promise<FinishedUpload> {
  const { storage } = ctx
  const row = await requireUpload(ctx, fileId)
  if (row.status !== 'uploading') return alreadyFinished(row)
  if (!storage.direct || !row.store_upload_id) throw new NotFound('this upload does not go to the store')

  const begun = row.storage_key
  const sent = await storage.direct.listSent(begun, row.store_upload_id)
  if (sent && missingOf(row.size_bytes, sent).length > 0) throw new UploadIncomplete()
  await storage.direct.join(begun, row.store_upload_id)

  const stored = await storage.find(begun)
  if (!stored) throw new UploadIncomplete()
  const head = await readHead(storage, begun, stored.sizeBytes)
  const recognised = await recogniseBytes(row.purpose as FilePurpose, row.name, head)
  const refusal = stored.sizeBytes === row.size_bytes ? recognised.refusal : fileWords().otherBytes
  if (refusal !== null || recognised.refusal !== null) {
    await refuseUpload(ctx, fileId, refusal ?? '')
    await storage.remove(begun)
    throw new FileRefused(refusal ?? '')
  }

  // The ending is known only now, and a store cannot rename. The first key is removed by a job, with the row's change.
  const storageKey = makeStorageKey(ctx.organizationId, fileId, recognised.ending)
  await storage.copy(begun, storageKey)
  const durationSeconds = measureDuration(recognised.mediaType, head, stored.sizeBytes) ?? row.duration_seconds
  return keepFinished(ctx, row, { mediaType: recognised.mediaType, storageKey, sizeBytes: stored.sizeBytes, sha256: null, durationSeconds })
}

async function readHead(storage: FileStorage, storageKey: string, sizeBytes: number): Promise<Uint8Array> {
  if (sizeBytes === 0) return new Uint8Array()

  const pieces: Buffer[] = []
  for await (const piece of await storage.read(storageKey, { start: 0, end: Math.min(sizeBytes, headBytes) - 1 })) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
