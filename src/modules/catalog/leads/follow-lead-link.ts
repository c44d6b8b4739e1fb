import { findReadyFile, signFileLink, type LinkConfig } from '#modules/files/index.ts'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { findProduct, type Product } from '../products/products.queries.ts'
import { listVersions, type Version } from '../versions/versions.queries.ts'
import { readLeadLink, type LeadPurpose } from './lead-link.ts'
import { findLead, updateLead, type Lead } from './leads.queries.ts'

/** Who follows a link of a mail: nobody needs to be signed in, the link is the whole permission. */
export interface LeadCtx extends SystemCtx {
  organizationId: string
  linkConfig: LinkConfig
}

/** What the page behind a link shows. */
export interface FollowedLead {
  purpose: LeadPurpose
  lead: Lead
  product: Product
  /** The newest one; null while nothing is released. */
  newest: Version | null
}

const linkSeconds = 5 * 60

/** What a link leads to. Looking changes nothing: programs that look through mails follow links too. @throws NotFound when it is none of this school's, or has ended */
export async function readLead(ctx: LeadCtx, token: string): Promise<FollowedLead> {
  return ctx.inSystem((tx) => find(ctx, tx, token))
}

/** Notes that the address is its owner's. Whoever had stopped the mails and comes back agrees anew. @throws as readLead */
export async function confirmLead(ctx: LeadCtx, token: string): Promise<void> {
  await ctx.inSystem(async (tx) => {
    const { lead } = await find(ctx, tx, token, 'files')
    await updateLead(tx, ctx.organizationId, lead.id, { confirmedAt: ctx.clock.now() })
  })
}

/** Ends the mails to an address, or takes that back. @throws as readLead */
export async function stopLead(ctx: LeadCtx, token: string, input: { isStopped: boolean }): Promise<void> {
  await ctx.inSystem(async (tx) => {
    const { lead } = await find(ctx, tx, token)
    await updateLead(tx, ctx.organizationId, lead.id, { unsubscribedAt: input.isStopped ? (lead.unsubscribedAt ?? ctx.clock.now()) : null })
  })
}

/** A link to a file of the newest version, good for five minutes. @throws NotFound for an address that was not proven, and for other files */
export async function fetchLeadFile(ctx: LeadCtx, token: string, fileId: string): Promise<string> {
  return ctx.inSystem(async (tx) => {
    const { lead, newest } = await find(ctx, tx, token, 'files')
    const isIn = lead.confirmedAt !== null && newest?.files.some((file) => file.fileId === fileId)
    const file = isIn && isId(fileId) ? await findReadyFile(tx, ctx.organizationId, fileId) : null
    if (!file) throw new NotFound('a file of a free download that is not there')
    return signFileLink({ config: ctx.linkConfig, organizationId: ctx.organizationId, fileId: file.fileId, storageKey: file.storageKey, expiresInSeconds: linkSeconds, downloadName: file.name, now: ctx.clock.now() })
  })
}

async function find(ctx: LeadCtx, tx: Tx, token: string, purpose?: LeadPurpose): Promise<FollowedLead> {
  const link = readLeadLink(ctx.linkConfig.appSecret, token, ctx.clock.now())
  const isHere = link?.organizationId === ctx.organizationId && (purpose === undefined || link.purpose === purpose)
  const lead = isHere ? await findLead(tx, ctx.organizationId, link.leadId) : null
  const product = lead ? await findProduct(tx, ctx.organizationId, { id: lead.productId }) : null
  if (!link || !lead || !product) throw new NotFound('a lead’s link that is none, or has ended')

  const versions = await listVersions(tx, ctx.organizationId, product.id)
  return { purpose: link.purpose, lead, product, newest: versions.find(({ releasedAt }) => releasedAt !== null) ?? null }
}
