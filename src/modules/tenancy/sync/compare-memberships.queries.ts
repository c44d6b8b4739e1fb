import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** What stands here where a membership of Clerk's belongs. */
export interface MembershipHere {
  clerkId: string
  organizationId: string | null
  isOrganizationOpen: boolean
  userId: string | null
  isUserHere: boolean
  /** Null when the person has no row in the school. */
  rowId: string | null
  linkedTo: string | null
  role: string | null
  rowEndedAt: Date | null
  /** When the provider last said something of this membership, and whether it said that it ended. */
  saidAt: Date | null
  endedAt: Date | null
  /** Whether a membership of the same person in the same organization was made after this one. */
  hasLater: boolean
}

/** One line for each membership asked about. */
export async function listMembershipsHere(tx: Tx, wanted: readonly { clerkId: string; organization: string; user: string; madeAt: Date }[]): Promise<MembershipHere[]> {
  const found = await sql<MembershipHere>`
    select w.clerk_id as "clerkId", o.id as "organizationId", coalesce(o.deleted_at is null, false) as "isOrganizationOpen",
      u.id as "userId", coalesce(u.deleted_at is null, false) as "isUserHere",
      m.id as "rowId", m.clerk_id as "linkedTo", m.role, m.deleted_at as "rowEndedAt", s.source_updated_at as "saidAt", s.deleted_at as "endedAt",
      exists (
        select 1 from sync_states l where l.provider = 'clerk' and l.kind = 'membership' and l.about = w.organization || ' ' || w.member
          and l.subject <> w.clerk_id and (l.made_at, l.subject) > (w.made_at, w.clerk_id)) as "hasLater"
    from unnest(
      ${wanted.map(({ clerkId }) => clerkId)}::text[], ${wanted.map(({ organization }) => organization)}::text[],
      ${wanted.map(({ user }) => user)}::text[], ${wanted.map(({ madeAt }) => madeAt.toISOString())}::timestamptz[]) w(clerk_id, organization, member, made_at)
    left join organizations o on o.clerk_id = w.organization
    left join user_identities i on i.provider = 'clerk' and i.subject = w.member
    left join users u on u.id = i.user_id
    left join organization_memberships m on m.organization_id = o.id and m.user_id = u.id
    left join sync_states s on s.provider = 'clerk' and s.kind = 'membership' and s.subject = w.clerk_id`.execute(tx)
  return found.rows
}

/** @returns whether there was such an end, of this very moment */
export async function liftTombstoneOfMembership(tx: Tx, clerkId: string, endedAt: Date): Promise<boolean> {
  // Dates that went through JavaScript have lost their microseconds.
  const lifted = await sql`
    delete from sync_states where provider = 'clerk' and kind = 'membership' and subject = ${clerkId}
      and date_trunc('milliseconds', deleted_at) = ${endedAt}`.execute(tx)
  return Number(lifted.numAffectedRows ?? 0) > 0
}
