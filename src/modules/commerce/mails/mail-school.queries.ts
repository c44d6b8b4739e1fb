import type { Tx } from '#platform/db/transaction.ts'

/** What a mail shows of the school it comes from. */
export interface SchoolOfMail {
  name: string
  slug: string
  brandColour: string
  locale: string
}

export async function findSchoolOfMail(tx: Tx, organizationId: string): Promise<SchoolOfMail | null> {
  const row = await tx.selectFrom('organizations').select(['name', 'slug', 'brand_colour', 'locale']).where('id', '=', organizationId).executeTakeFirst()
  return row ? { name: row.name, slug: row.slug, brandColour: row.brand_colour, locale: row.locale } : null
}
