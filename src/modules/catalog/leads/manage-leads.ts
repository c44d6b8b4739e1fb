import type { GonePerson } from '#modules/identity/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { countLeads, deleteLead, deleteLeadsOf, listLeadRows, type Lead } from './leads.queries.ts'

const pageSize = 50
const fileMax = 50_000

/**
 * Who left an address for a free download, the newest first.
 *
 * @param input `limit` is for files; a page has 50
 * @throws NotFound for strangers, NotAllowed without people.addresses
 */
export async function listLeads(ctx: TenantCtx, input: { productId: string; before: string | null; isWhole?: boolean }): Promise<{ leads: Lead[]; counts: { asked: number; subscribed: number; unsubscribed: number }; older: string | null }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.addresses')
    const limit = input.isWhole ? fileMax : pageSize
    const found = await listLeadRows(tx, { organizationId: ctx.organizationId, productId: input.productId, before: input.before, limit: limit + 1 })
    const leads = found.slice(0, limit)
    return { leads, counts: await countLeads(tx, ctx.organizationId, input.productId), older: found.length > limit ? (leads.at(-1)?.id ?? null) : null }
  })
}

/** Forgets an address for good, with what it agreed to. @throws NotFound where it is not there, NotAllowed without people.manage */
export async function removeLead(ctx: TenantCtx, input: { productId: string; leadId: string }): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const isGone = isId(input.leadId) && (await deleteLead(tx, { organizationId: ctx.organizationId, ...input }))
    if (!isGone) throw new NotFound('no such lead')
  })
}

/** What becomes of the addresses of somebody whose account is gone: they go with it. An address that was only typed may be another's, and stays. */
export async function forgetLeads(tx: Tx, { email }: Pick<GonePerson, 'email'>): Promise<void> {
  if (email?.isProven) await deleteLeadsOf(tx, email.address)
}
