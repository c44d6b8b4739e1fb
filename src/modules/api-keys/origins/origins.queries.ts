import type { Pool } from 'pg'
import type { Tx } from '#platform/ctx.ts'
import { withTenant } from '#platform/db/with-tenant.ts'

/** The websites that may ask, by name. */
export async function selectOrigins(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx.selectFrom('api_origins').select('origin').where('organization_id', '=', organizationId).orderBy('origin').execute()
  return rows.map(({ origin }) => origin)
}

export async function deleteOtherOrigins(tx: Tx, organizationId: string, kept: readonly string[]): Promise<void> {
  let query = tx.deleteFrom('api_origins').where('organization_id', '=', organizationId)
  if (kept.length > 0) query = query.where('origin', 'not in', kept)
  await query.execute()
}

export async function insertOrigin(tx: Tx, organizationId: string, origin: { id: string; origin: string }): Promise<void> {
  await tx.insertInto('api_origins').values({ organization_id: organizationId, ...origin }).onConflict((conflict) => conflict.columns(['organization_id', 'origin']).doNothing()).execute()
}

/**
 * Whether browsers shall let this website's scripts ask the school's API.
 *
 * @param pool the pool of the `web` login
 */
export async function isAllowedOrigin(pool: Pool, organizationId: string, origin: string): Promise<boolean> {
  const found = await withTenant(pool, { organizationId, userId: null }, ({ tx }) =>
    tx.selectFrom('api_origins').select('id').where('organization_id', '=', organizationId).where('origin', '=', origin).executeTakeFirst(),
  )
  return found !== undefined
}
