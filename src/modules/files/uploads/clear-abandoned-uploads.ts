import type { SystemCtx } from '#platform/ctx.ts'
import { deleteUploadingFile, listAbandonedUploads } from '../files.queries.ts'
import type { FileStorage } from '../ports.ts'
import { forgetUploadBytes } from './forget-upload-bytes.ts'

const patienceMs = 24 * 3600 * 1000
const atOnce = 200

/**
 * Forgets uploads that nobody has continued for a day, in every school.
 *
 * Bytes go after their row: a crash leaves bytes without a row, and never a row without bytes. A store outside is told
 * to drop such pieces by a rule of its own, see docs/guides/files-on-s3.md.
 *
 * @returns how many were forgotten
 */
export async function clearAbandonedUploads(ctx: SystemCtx & { storage: FileStorage; config: { dataDir: string } }): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - patienceMs)
  const forgotten = await ctx.inSystem(async (tx) => {
    const rows = await listAbandonedUploads(tx, before, atOnce)
    for (const { id } of rows) await deleteUploadingFile(tx, id)
    return rows
  })
  for (const row of forgotten) await forgetUploadBytes(ctx, row)
  return forgotten.length
}
