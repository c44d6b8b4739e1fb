import type { Pool } from 'pg'
import { askAsVisitor } from '#platform/db/with-tenant.ts'
import { isDomain } from '#platform/http/hosts.ts'
import type { Tenant } from './request-context.ts'

/**
 * The school behind a slug or a domain of its own, as anyone may see it.
 *
 * @param pool the pool of the `web` login
 * @param name a slug, or a host that a school may have proven
 * @returns null when no school has it
 */
export async function findTenant(pool: Pool, name: string): Promise<Tenant | null> {
  const found = await askAsVisitor<Tenant>(pool, (literal) => {
    const slug = isDomain(name) ? `public.slug_of_domain(${literal(name)})` : literal(name)
    return `select f.*, public.primary_domain_of(f.id) as primary_domain from public.find_organization(${slug}) f`
  })
  return found[0] ?? null
}
