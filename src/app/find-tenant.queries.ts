import { sql } from 'kysely'
import type { Pool } from 'pg'
import { withTenant } from '#platform/db/with-tenant.ts'
import type { Tenant } from './request-context.ts'

/**
 * The school behind a slug, as anyone may see it.
 *
 * @param pool the pool of the `web` login
 * @returns null when no school has this slug
 */
export async function findTenant(pool: Pool, slug: string): Promise<Tenant | null> {
  return withTenant(pool, { organizationId: null, userId: null }, async ({ tx }) => {
    const found = await sql<Tenant>`select * from find_organization(${slug})`.execute(tx)
    return found.rows[0] ?? null
  })
}
