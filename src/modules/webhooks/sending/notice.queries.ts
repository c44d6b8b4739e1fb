import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** Whom to write to, and what the mail wears. */
export interface NoticeTo {
  school: { name: string; slug: string; brandColour: string; locale: string }
  /** The owners' confirmed addresses. */
  addresses: string[]
}

/** @returns null when the school is gone */
export async function findNoticeTo(tx: Tx, organizationId: string): Promise<NoticeTo | null> {
  const found = await sql<NoticeTo['school'] & { addresses: string[] }>`
    select o.name, o.slug, o.brand_colour as "brandColour", o.locale, array(
      select u.email from organization_memberships m join users u on u.id = m.user_id
      where m.organization_id = o.id and m.role = 'owner' and m.deleted_at is null and u.email_verified_at is not null order by u.email) as addresses
    from organizations o where o.id = ${organizationId} and o.deleted_at is null`.execute(tx)
  const row = found.rows[0]
  if (!row) return null

  const { addresses, ...school } = row
  return { school, addresses }
}
