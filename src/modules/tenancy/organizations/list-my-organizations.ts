import type { TenantTransaction } from '#platform/db/with-tenant.ts'
import { selectMyOrganizations, type MyOrganization } from './organizations.queries.ts'

/** The schools of whoever asks, by name, for the switcher and the installation's home. */
export async function listMyOrganizations(ctx: { inTenant<T>(work: (opened: TenantTransaction) => Promise<T>): Promise<T> }): Promise<MyOrganization[]> {
  return ctx.inTenant(({ tx }) => selectMyOrganizations(tx))
}
