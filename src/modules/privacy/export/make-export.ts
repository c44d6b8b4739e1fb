import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FileStorage } from '#modules/files/index.ts'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { tellExportReady } from '../mails/privacy-mails.ts'
import type { PrivacyCtx } from '../privacy-ctx.ts'
import { exportKey } from './ask-for-export.ts'
import { collectOwnData } from './collect-own-data.ts'
import { deleteExports, findExport, markExportReady } from './exports.queries.ts'
import { writeArchive } from './write-archive.ts'

/** How long a copy can be fetched. */
const daysKept = 7

const payloadSchema = z.object({ exportId: z.uuid() })

/** The job `make-export`: makes a copy, stores it, and mails where to fetch it. Twice it makes the same one. */
export async function makeExport(ctx: PrivacyCtx, payload: unknown): Promise<void> {
  const { exportId } = payloadSchema.parse(payload)
  const asked = await ctx.inSystem((tx) => findExport(tx, exportId))
  if (asked?.state !== 'asked') return

  const data = await ctx.inSystem((tx) => collectOwnData(tx, asked))
  const folder = join(ctx.config.dataDir, 'exports')
  const path = join(folder, `${exportId}.zip`)
  await mkdir(folder, { recursive: true })
  try {
    const written = await writeArchive(ctx.storage, data, path)
    await ctx.storage.takeIn(exportKey(asked), path)
    const expiresAt = new Date(ctx.clock.now().getTime() + daysKept * 86_400_000)
    await ctx.inSystem(async (tx) => {
      if (await markExportReady(tx, exportId, { ...written, expiresAt })) await tellExportReady(ctx, tx, { ...asked, expiresAt })
    })
  } finally {
    await rm(path, { force: true })
  }
}

/** The job `forget-old-exports`: what could be fetched for a week goes. */
export async function forgetOldExports(ctx: SystemCtx): Promise<void> {
  await ctx.inSystem(async (tx) => askToRemoveBytes(tx, await deleteExports(tx, { before: ctx.clock.now() })))
}

/** Deletes all copies of somebody who is gone. */
export async function forgetExportsOf(tx: Tx, userId: string): Promise<void> {
  await askToRemoveBytes(tx, await deleteExports(tx, { userId }))
}

async function askToRemoveBytes(tx: Tx, gone: readonly { id: string; userId: string }[]): Promise<void> {
  for (const one of gone) await enqueueJob(tx, 'remove-export-bytes', { storageKey: exportKey(one) }, { key: `export-bytes:${one.id}` })
}

/** The job behind it. Twice it finds nothing to do. */
export async function removeExportBytes(ctx: { storage: FileStorage }, payload: unknown): Promise<void> {
  await ctx.storage.remove(z.object({ storageKey: z.string() }).parse(payload).storageKey)
}
