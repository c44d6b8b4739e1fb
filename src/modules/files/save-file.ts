import { createHash } from 'node:crypto'
import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { FileRefused } from './errors.ts'
import { insertUploadingFile, markFileReady } from './files.queries.ts'
import type { FileStorage } from './ports.ts'
import { measureDuration } from './storage/measure-duration.ts'
import type { FilePurpose } from './storage/media-types.ts'
import { headBytes, recogniseBytes } from './storage/recognise-bytes.ts'
import { makeStorageKey } from './storage/storage-key.ts'

/** A file whose bytes are in memory already: of a demo school, or made by the program. */
export interface SaveFileInput {
  /** The name under which people download it. */
  name: string
  purpose: FilePurpose
  bytes: Uint8Array
  /** Where the bytes do not tell. */
  durationSeconds?: number | null
}

/**
 * Stores a file in one go, under the same rules as an upload.
 *
 * @returns the new file's id
 * @throws NotAllowed without files.manage; FileRefused when the bytes do not fit the purpose
 */
export async function saveFile(ctx: TenantCtx & { storage: FileStorage }, input: SaveFileInput): Promise<{ fileId: string; durationSeconds: number | null }> {
  await ctx.inTenant(async ({ role }) => requirePermission(role, 'files.manage'))
  const head = input.bytes.subarray(0, headBytes)
  const recognised = await recogniseBytes(input.purpose, input.name, head)
  if (recognised.refusal !== null) throw new FileRefused(recognised.refusal)

  const fileId = ctx.ids.next()
  const storageKey = makeStorageKey(ctx.organizationId, fileId, recognised.ending)
  const sizeBytes = input.bytes.length
  const durationSeconds = measureDuration(recognised.mediaType, head, sizeBytes) ?? input.durationSeconds ?? null
  await ctx.storage.write(storageKey, input.bytes)
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'files.manage')
    if (!ctx.userId) throw new TypeError('a permission was given to nobody')
    await insertUploadingFile(tx, { organizationId: ctx.organizationId, id: fileId, name: input.name, purpose: input.purpose, sizeBytes, storageKey, uploadedBy: ctx.userId, durationSeconds })
    const sha256 = createHash('sha256').update(input.bytes).digest('hex')
    await markFileReady(tx, fileId, { mediaType: recognised.mediaType, storageKey, sizeBytes, sha256, durationSeconds })
  })
  return { fileId, durationSeconds }
}
