import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** What is written here of an organization of Clerk's. */
export interface OrganizationHere {
  clerkId: string
  /** Null when no school of ours was made for it. */
  id: string | null
  name: string
  slug: string
  /** When the provider last said something of it. */
  saidAt: Date | null
  endedAt: Date | null
}

export async function listOrganizationsHere(tx: Tx, clerkIds: readonly string[]): Promise<OrganizationHere[]> {
  const found = await sql<OrganizationHere>`
    select w.id as "clerkId", o.id, coalesce(o.name, '') as name, coalesce(o.slug, '') as slug, s.source_updated_at as "saidAt",
      coalesce(s.deleted_at, o.deleted_at) as "endedAt"
    from unnest(${[...clerkIds]}::text[]) w(id)
    left join organizations o on o.clerk_id = w.id
    left join sync_states s on s.provider = 'clerk' and s.kind = 'organization' and s.subject = w.id
    where o.id is not null or s.subject is not null`.execute(tx)
  return found.rows
}

/** @returns whether there was such an end, of this very moment */
export async function liftTombstoneOfOrganization(tx: Tx, clerkId: string, endedAt: Date): Promise<boolean> {
  // Dates that went through JavaScript have lost their microseconds.
  const said = await sql`
    delete from sync_states where provider = 'clerk' and kind = 'organization' and subject = ${clerkId}
      and date_trunc('milliseconds', deleted_at) = ${endedAt}`.execute(tx)
  const closed = await sql`
    update organizations o set deleted_at = null
    where o.clerk_id = ${clerkId} and o.deleted_at is not null
      and not exists (select 1 from sync_states s where s.provider = 'clerk' and s.kind = 'organization' and s.subject = o.clerk_id and s.deleted_at is not null)`.execute(tx)
  return Number(said.numAffectedRows ?? 0) + Number(closed.numAffectedRows ?? 0) > 0
}
