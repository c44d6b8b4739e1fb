import { listCourseAddresses } from '#modules/catalog/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { findPublished } from './versions.queries.ts'

/** What search engines may know of a school: the paths of its public pages, and when each changed. */
export interface PublicAddress {
  path: string
  /** Null where nobody can say. */
  changedAt: Date | null
}

/** The standard allows 50,000 addresses in one file; no school comes near. */
const coursesMax = 5000

/**
 * The school's public pages, the first one first. Drafts, unlisted courses and what is for members only are not on it.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export async function listPublicAddresses(ctx: TenantCtx): Promise<PublicAddress[]> {
  return ctx.inTenant(async ({ tx }) => {
    const page = await findPublished(tx, ctx.organizationId)
    const courses = await listCourseAddresses(tx, ctx.organizationId, coursesMax)
    return [
      { path: '/', changedAt: page?.publishedAt ?? null },
      { path: '/courses', changedAt: null },
      ...courses.map(({ slug, changedAt }) => ({ path: `/courses/${encodeURIComponent(slug)}`, changedAt })),
      ...(page?.blocks.some(({ kind }) => kind === 'contact') ? [{ path: '/contact', changedAt: null }] : []),
    ]
  })
}
