import type { SystemCtx } from '#platform/ctx.ts'
import { deleteUploadingFile, listAbandonedUploads } from '../files.queries.ts'

const patienceMs = 24 * 3600 * 1000
const atOnce = 200

/**
 * Forgets uploads that nobody has continued for a day, in every school.
 *
 * @param removeBytes takes an upload's id and removes what has come of it; called after the row is gone, so that a
 * crash leaves bytes without a row, which the next upload folder sweep may remove, and never a row without bytes
 * @returns how many were forgotten
 */
export async function clearAbandonedUploads(ctx: SystemCtx, removeBytes: (fileId: string) => Promise<void>): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - patienceMs)
  const forgotten = await ctx.inSystem(async (tx) => {
    const ids = await listAbandonedUploads(tx, before, atOnce)
    for (const id of ids) await deleteUploadingFile(tx, id)
    return ids
  })
  for (const id of forgotten) await removeBytes(id)
  return forgotten.length
}
