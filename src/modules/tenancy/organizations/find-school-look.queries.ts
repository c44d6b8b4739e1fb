import type { Tx } from '#platform/db/transaction.ts'

/** What a mail wears of a school. */
export interface SchoolLook {
  name: string
  brandColour: string
  /** BCP 47. */
  locale: string
}

/** Name and colour of the school under a slug, for the system. */
export async function findSchoolLook(tx: Tx, slug: string): Promise<SchoolLook | null> {
  const row = await tx.selectFrom('organizations').select(['name', 'brand_colour', 'locale']).where('slug', '=', slug).where('deleted_at', 'is', null).executeTakeFirst()
  return row ? { name: row.name, brandColour: row.brand_colour, locale: row.locale } : null
}
