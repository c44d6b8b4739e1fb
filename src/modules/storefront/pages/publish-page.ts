import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { findDraft, forgetOldVersions, lockPage, movePublishedTo } from './versions.queries.ts'

/** A day's work can be taken back step by step, and half a year's publications can be brought back. */
const keep = { steps: 100, publications: 25 }

/**
 * Shows the draft to everybody, in one transaction: visitors see the old page or the new one. Asked again, it changes
 * nothing.
 *
 * @throws NotAllowed without school.manage; NotFound where nobody changed the page yet
 */
export async function publishPage(ctx: TenantCtx): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await lockPage(tx, ctx.organizationId)
    const draft = await findDraft(tx, ctx.organizationId)
    if (!draft) throw new NotFound('there is no draft')
    if (draft.isPublished) return

    await movePublishedTo(tx, ctx.organizationId, draft.id, ctx.clock.now())
    await forgetOldVersions(tx, ctx.organizationId, keep)
  })
}
