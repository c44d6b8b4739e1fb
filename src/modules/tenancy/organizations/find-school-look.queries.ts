import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import { isDomain } from '#platform/http/hosts.ts'

/** What a mail wears of a school. */
export interface SchoolLook {
  name: string
  brandColour: string
  /** BCP 47. */
  locale: string
}

/** Name and colour of the school under a slug or a domain of its own, for the system. */
export async function findSchoolLook(tx: Tx, name: string): Promise<SchoolLook | null> {
  const slug = isDomain(name) ? sql<string>`slug_of_domain(${name})` : name
  const row = await tx.selectFrom('organizations').select(['name', 'brand_colour', 'locale']).where('slug', '=', slug).where('deleted_at', 'is', null).executeTakeFirst()
  return row ? { name: row.name, brandColour: row.brand_colour, locale: row.locale } : null
}
