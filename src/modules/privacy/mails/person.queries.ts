import { sql } from 'kysely'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** Whom a mail goes to, and the school it is about. */
export interface PersonOfMail {
  email: string | null
  school: { name: string; slug: string; brandColour: string; locale: string } | null
}

export async function findPersonOfMail(tx: Tx, { userId, organizationId }: OwnScope): Promise<PersonOfMail | null> {
  const { rows } = await sql<PersonOfMail>`
    select u.email, case when o.id is not null then jsonb_build_object('name', o.name, 'slug', o.slug, 'brandColour', o.brand_colour, 'locale', o.locale) end as school
    from users u left join organizations o on o.id = ${organizationId}::uuid where u.id = ${userId}`.execute(tx)
  return rows[0] ?? null
}
