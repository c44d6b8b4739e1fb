import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** What a mail shows of the school it comes from. */
export interface SchoolOfMail {
  name: string
  slug: string
  /** The domain under which it wants to be found; null for its subdomain. */
  primaryDomain: string | null
  brandColour: string
  locale: string
  /** Its kind, for what it calls the things it sells. */
  preset: string
}

export async function findSchoolOfMail(tx: Tx, organizationId: string): Promise<SchoolOfMail | null> {
  const row = await tx.selectFrom('organizations').select(['name', 'slug', 'brand_colour', 'locale', 'preset', sql<string | null>`primary_domain_of(id)`.as('primaryDomain')]).where('id', '=', organizationId).executeTakeFirst()
  return row ? { name: row.name, slug: row.slug, primaryDomain: row.primaryDomain, brandColour: row.brand_colour, locale: row.locale, preset: row.preset } : null
}
