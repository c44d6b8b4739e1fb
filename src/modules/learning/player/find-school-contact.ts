import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { findOwnerAddress } from './school-contact.queries.ts'

/**
 * Where a school can be written to by someone who bought there: the owner's address, as on any bill. Only pages for
 * people who hold or held an enrolment show it.
 *
 * @returns null when the owner has no confirmed address
 */
export async function findSchoolContact(ctx: Pick<SystemCtx, 'inSystem'> & Pick<TenantCtx, 'organizationId'>): Promise<string | null> {
  return ctx.inSystem((tx) => findOwnerAddress(tx, ctx.organizationId))
}
