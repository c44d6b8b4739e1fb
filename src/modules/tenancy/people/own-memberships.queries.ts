import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Whose data, and of which school; null for all. */
export interface OwnScope {
  userId: string
  organizationId: string | null
}

/** What schools say of a person. */
export async function listOwnMemberships(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select o.name as school, m.role, m.display_name as "shownAs", m.title, m.bio, m.is_public as "isOnThePage", m.created_at as "since", m.deleted_at as "until"
    from organization_memberships m join organizations o on o.id = m.organization_id
    where m.user_id = ${userId} and (${organizationId}::uuid is null or m.organization_id = ${organizationId}::uuid) order by m.created_at`.execute(tx)
  return rows
}

/** Invitations that went to the address that the person has proven, and those that they sent, without the others' addresses. */
export async function listOwnInvitations(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select o.name as school, i.role, case when i.invited_by = ${userId} then 'sent' else 'received' end as direction, i.created_at as "at", i.accepted_at as "acceptedAt", i.revoked_at as "takenBackAt"
    from organization_invitations i join organizations o on o.id = i.organization_id
    where (i.invited_by = ${userId} or lower(i.email) = (select lower(email) from users where id = ${userId} and email_verified_at is not null))
      and (${organizationId}::uuid is null or i.organization_id = ${organizationId}::uuid) order by i.created_at`.execute(tx)
  return rows
}

/** The schools that would have no owner without this person. */
export async function listSchoolsOnlyOwnedBy(tx: Tx, { userId, organizationId }: OwnScope): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select o.name from organization_memberships m join organizations o on o.id = m.organization_id and o.deleted_at is null
    where m.user_id = ${userId} and m.role = 'owner' and m.deleted_at is null and (${organizationId}::uuid is null or m.organization_id = ${organizationId}::uuid)
      and not exists (select 1 from organization_memberships other where other.organization_id = m.organization_id and other.user_id <> m.user_id and other.role = 'owner' and other.deleted_at is null)
    order by o.name`.execute(tx)
  return rows.map(({ name }) => name)
}

/** A membership with what leaving has to know of it. */
export async function findOwnMembership(tx: Tx, { userId, organizationId }: { userId: string; organizationId: string }): Promise<{ school: string; isKeptElsewhere: boolean } | null> {
  const { rows } = await sql<{ school: string; isKeptElsewhere: boolean }>`
    select o.name as school, m.clerk_id is not null as "isKeptElsewhere" from organization_memberships m join organizations o on o.id = m.organization_id
    where m.user_id = ${userId} and m.organization_id = ${organizationId} and m.deleted_at is null`.execute(tx)
  return rows[0] ?? null
}

/** Ends a membership and empties what it says of the person. */
export async function emptyMembership(tx: Tx, { userId, organizationId }: { userId: string; organizationId: string }, at: Date): Promise<void> {
  await tx
    .updateTable('organization_memberships')
    .set({ deleted_at: at, is_public: false, display_name: '', title: '', bio: '' })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .execute()
}
