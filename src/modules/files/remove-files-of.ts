import { z } from 'zod'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/ctx.ts'
import { deleteUnusedFile, listFilesBy } from './files.queries.ts'
import type { FileStorage } from './ports.ts'
import { removeUploadBytes } from './uploads/upload-folder.ts'

const gone = z.object({ fileId: z.uuid(), storageKey: z.string() })

/**
 * Removes the files that only somebody who is gone had a use for: what they brought and no lesson, course or other
 * thing of their school shows. The bytes go by a job, after the rows.
 *
 * @param tx a transaction of the system
 */
export async function removeFilesOf(tx: Tx, userId: string): Promise<void> {
  for (const file of await listFilesBy(tx, userId)) {
    if (!(await deleteUnusedFile(tx, file.id))) continue
    await enqueueJob(tx, 'remove-file-bytes', { fileId: file.id, storageKey: file.storage_key }, { key: `bytes:${file.id}` })
  }
}

/** The job behind it. Twice it finds nothing to do. */
export async function removeFileBytes(ctx: { storage: FileStorage; config: { dataDir: string } }, payload: unknown): Promise<void> {
  const { fileId, storageKey } = gone.parse(payload)
  await ctx.storage.remove(storageKey)
  await removeUploadBytes(ctx.config.dataDir, fileId)
}
