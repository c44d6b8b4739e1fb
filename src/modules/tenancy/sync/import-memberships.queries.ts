import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** Takes the locks of many memberships at once: those of organizations first, as `lockOrganization` does for one. */
export async function lockManyMemberships(tx: Tx, memberships: readonly { organization: string; user: string }[]): Promise<void> {
  const organizations = [...new Set(memberships.map(({ organization }) => `clerk:${organization}`))].sort()
  const members = [...new Set(memberships.map(({ organization, user }) => `clerk:${organization}:${user}`))].sort()
  await sql`
    select count(pg_advisory_xact_lock_shared(hashtextextended(k, 0))) from (
      select k from unnest(${organizations}::text[]) with ordinality as u(k, n) order by n) o`.execute(tx)
  await sql`
    select count(pg_advisory_xact_lock(hashtextextended(k, 0))) from (
      select k from unnest(${members}::text[]) with ordinality as u(k, n) order by n) o`.execute(tx)
}

/** Whoever wants to delete one of these people waits until this transaction is over. */
export async function holdPeople(tx: Tx, subjects: readonly string[]): Promise<void> {
  await sql`
    select u.id from users u join user_identities i on i.user_id = u.id
    where i.provider = 'clerk' and i.subject = any(${[...new Set(subjects)]}) order by u.id for share of u`.execute(tx)
}

/** A membership that was never here, of somebody who never was in that school. */
export interface NewMembership {
  id: string
  organizationId: string
  userId: string
  clerkId: string
  about: string
  role: MemberRole
  madeAt: Date | null
  sourceUpdatedAt: Date
}

export async function insertManyMemberships(tx: Tx, memberships: readonly NewMembership[]): Promise<void> {
  const given = JSON.stringify(memberships)
  const rows = sql`jsonb_to_recordset(${given}::jsonb)
    as n(id uuid, "organizationId" uuid, "userId" uuid, "clerkId" text, about text, role text, "madeAt" timestamptz, "sourceUpdatedAt" timestamptz)`
  await sql`
    insert into sync_states (provider, kind, subject, about, made_at, source_updated_at)
    select 'clerk', 'membership', "clerkId", about, "madeAt", "sourceUpdatedAt" from ${rows}`.execute(tx)
  await sql`
    insert into organization_memberships (organization_id, id, user_id, clerk_id, role, display_name, source_updated_at)
    select n."organizationId", n.id, n."userId", n."clerkId", n.role, u.name, n."sourceUpdatedAt" from ${rows} join users u on u.id = n."userId"`.execute(tx)
}
