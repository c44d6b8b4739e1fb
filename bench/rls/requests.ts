import { sql } from 'kysely'
import type { Pool } from 'pg'
import { findTenant } from '../../src/app/find-tenant.queries.ts'
import type { Tenant } from '../../src/app/request-context.ts'
import { readFirstPage } from '../../src/modules/storefront/pages/read-first-page.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import type { TenantCtx } from '../../src/platform/ctx.ts'
import type { EditorCtx } from '../../src/modules/storefront/pages/change-draft.ts'
import { uuidV7Ids } from '../../src/platform/ids/ids.ts'
import { withTenant } from '../../src/platform/db/with-tenant.ts'
import { inFilteredTransaction } from './filtered-transaction.ts'

/** All that the queries of one request for a school's first page give. */
export interface Answer {
  tenant: Tenant
  front: Awaited<ReturnType<typeof readFirstPage>>
}

/** One request, for the school with this slug. */
export type Ask = (slug: string) => Promise<Answer>

/** As the application asks: through the door, row level security in force. */
export function throughTheDoor(pool: Pool): Ask {
  return async (slug) => {
    const tenant = required(await findTenant(pool, slug), slug)
    const front = await readFirstPage(contextOf(tenant, (work) => withTenant(pool, { organizationId: tenant.id, userId: null }, work)))
    return { tenant, front }
  }
}

/** The same with an explicit filter: the pool's role is not bound by row level security. */
export function withExplicitFilter(pool: Pool): Ask {
  return async (slug) => {
    const tenant = required(await findFiltered(pool, slug), slug)
    const front = await readFirstPage(contextOf(tenant, (work) => inFilteredTransaction(pool, tenant.id, work)))
    return { tenant, front }
  }
}

async function findFiltered(pool: Pool, slug: string): Promise<Tenant | null> {
  return inFilteredTransaction(pool, null, async ({ tx }) => {
    const found = await sql<Tenant>`select id, slug, name, preset, brand_colour, tagline, hero_title, hero_text, about, time_zone, currency, locale, status, type_pair, look, logo_file_id, logo_key, languages, (select d.host from domains d where d.organization_id = organizations.id and d.is_primary and d.state = 'verified') as primary_domain
      from organizations where slug = ${slug} and deleted_at is null`.execute(tx)
    return found.rows[0] ?? null
  })
}

function contextOf(tenant: Tenant, inTenant: TenantCtx['inTenant']): EditorCtx {
  const words = { preset: tenant.preset, heroTitle: tenant.hero_title, heroText: tenant.hero_text, aboutHtml: tenant.about }
  return { words, offered: ['en'], organizationId: tenant.id, userId: null, clock: systemClock, ids: uuidV7Ids, inTenant }
}

function required(tenant: Tenant | null, slug: string): Tenant {
  if (!tenant) throw new Error(`there is no school ${slug}`)
  return tenant
}
