import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { isId } from '#modules/catalog/index.ts'
import { findDraft, findNext, findPublished, findVersion, insertDraft, lockPage, moveDraftTo } from './versions.queries.ts'

/**
 * Takes the last change of the draft back. Where there is none, nothing happens.
 *
 * @throws NotAllowed without school.manage
 */
export async function undoChange(ctx: TenantCtx): Promise<void> {
  await steppingDraft(ctx, async (tx, draft) => {
    if (draft.previousId) await moveDraftTo(tx, ctx.organizationId, draft.previousId)
  })
}

/**
 * Makes the change again that was taken back last. Where there is none, nothing happens.
 *
 * @throws NotAllowed without school.manage
 */
export async function redoChange(ctx: TenantCtx): Promise<void> {
  await steppingDraft(ctx, async (tx, draft) => {
    const next = await findNext(tx, ctx.organizationId, draft.id)
    if (next) await moveDraftTo(tx, ctx.organizationId, next.id)
  })
}

/**
 * Lets go of all that was changed since the page was published. That is a change too: undo brings it back.
 *
 * @throws NotAllowed; NotFound where nothing was published yet
 */
export async function discardDraft(ctx: TenantCtx): Promise<void> {
  await steppingDraft(ctx, async (tx, draft) => {
    const published = await findPublished(tx, ctx.organizationId)
    if (!published) throw new NotFound('nothing was published yet')
    if (published.id === draft.id) return
    await insertDraft(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), previousId: draft.id, blocks: published.blocks, head: published.head, language: published.language, deed: 'discard' })
  })
}

/**
 * Puts a page that was public once into the draft. Visitors see it when it is published again.
 *
 * @throws NotAllowed; NotFound for a version that never was public
 */
export async function bringBack(ctx: TenantCtx, input: { versionId: string }): Promise<void> {
  await steppingDraft(ctx, async (tx, draft) => {
    const version = isId(input.versionId) ? await findVersion(tx, ctx.organizationId, input.versionId) : null
    if (!version?.publishedAt) throw new NotFound('no such published version')
    await insertDraft(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), previousId: draft.id, blocks: version.blocks, head: version.head, language: version.language, deed: 'bring back' })
  })
}

type Work = (tx: Parameters<typeof lockPage>[0], draft: NonNullable<Awaited<ReturnType<typeof findDraft>>>) => Promise<void>

async function steppingDraft(ctx: TenantCtx, work: Work): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await lockPage(tx, ctx.organizationId)
    const draft = await findDraft(tx, ctx.organizationId)
    if (!draft) throw new NotFound('nobody changed the page yet')
    await work(tx, draft)
  })
}
