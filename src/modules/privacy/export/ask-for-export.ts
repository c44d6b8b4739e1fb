import { makeStorageKey, signFileLink, type LinkConfig } from '#modules/files/index.ts'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import { findCurrentExport, insertExport, type DataExport } from './exports.queries.ts'

/** Long enough to begin a download; the page makes a new link whenever it is opened. */
const linkSeconds = 3600

/**
 * Asks for a copy of all that is known of a person. While one is being made, or is still there, it is that one.
 *
 * @param scope the person who is signed in, and one school or null for all
 */
export async function askForExport(ctx: SystemCtx, scope: OwnScope): Promise<void> {
  await ctx.inSystem(async (tx) => {
    if (await findCurrentExport(tx, scope, ctx.clock.now())) return

    const id = ctx.ids.next()
    await insertExport(tx, { id, ...scope })
    await enqueueJob(tx, 'make-export', { exportId: id }, { key: `export:${id}`, line: 'make-export' })
  })
}

/** The copy that is being made or can be fetched; null when there is none. */
export async function readExport(ctx: SystemCtx, scope: OwnScope): Promise<DataExport | null> {
  return ctx.inSystem((tx) => findCurrentExport(tx, scope, ctx.clock.now()))
}

/**
 * A link to a copy that is ready. It works for an hour: what stands in the mail is the page, which asks who is there.
 *
 * @throws NotFound when there is none
 */
export async function linkToExport(ctx: SystemCtx & { config: LinkConfig }, scope: OwnScope): Promise<string> {
  const found = await readExport(ctx, scope)
  if (found?.state !== 'ready') throw new NotFound('there is no copy to fetch')
  const { id, userId, createdAt } = found
  return signFileLink({
    config: ctx.config,
    organizationId: userId,
    fileId: id,
    storageKey: exportKey(found),
    expiresInSeconds: linkSeconds,
    downloadName: `my-data-${createdAt.toISOString().slice(0, 10)}.zip`,
    now: ctx.clock.now(),
  })
}

/** Where the bytes of a copy rest: under the person, who stands where a school would. */
export function exportKey({ id, userId }: Pick<DataExport, 'id' | 'userId'>): string {
  return makeStorageKey(userId, id, 'zip')
}
