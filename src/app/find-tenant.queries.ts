import type { Pool } from 'pg'
import { askAsVisitor } from '#platform/db/with-tenant.ts'
import type { Tenant } from './request-context.ts'

/**
 * The school behind a slug, as anyone may see it.
 *
 * @param pool the pool of the `web` login
 * @returns null when no school has this slug
 */
export async function findTenant(pool: Pool, slug: string): Promise<Tenant | null> {
  const found = await askAsVisitor<Tenant>(pool, (literal) => `select * from public.find_organization(${literal(slug)})`)
  return found[0] ?? null
}
