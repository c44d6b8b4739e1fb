import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A membership that somebody wants to change. Not locked: policies and triggers hold the rules about owners at the moment of writing. */
export interface MembershipRow {
  id: string
  userId: string
  role: MemberRole
  displayName: string
  isKeptElsewhere: boolean
}

export async function findMembership(tx: Tx, organizationId: string, id: string): Promise<MembershipRow | null> {
  const found = await tx
    .selectFrom('organization_memberships')
    .select(['id', 'user_id as userId', 'role', 'display_name as displayName', 'clerk_id as clerkId'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!found) return null
  const { clerkId, ...row } = found
  return { ...row, role: row.role as MemberRole, isKeptElsewhere: clerkId !== null }
}

/** A new membership, or the one there is: what to do with it is in the conflict clause, so that two at once are one. */
export async function upsertMembership(
  tx: Tx,
  membership: { organizationId: string; id: string; userId: string; role: MemberRole },
): Promise<{ id: string; role: MemberRole }> {
  const { rows } = await sql<{ id: string; role: MemberRole }>`
    insert into organization_memberships as m (organization_id, id, user_id, role, display_name)
    select ${membership.organizationId}, ${membership.id}, u.id, ${membership.role}, u.name from users u where u.id = ${membership.userId}
    on conflict (organization_id, user_id) do update set
      role = case
        when m.deleted_at is not null then excluded.role
        when array_position(array['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian'], excluded.role)
           < array_position(array['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian'], m.role) then excluded.role
        else m.role
      end,
      display_name = case when m.display_name = '' then excluded.display_name else m.display_name end,
      deleted_at = null
    returning m.id, m.role`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`user ${membership.userId} is not there to become a member`)
  return row
}

export async function writeRole(tx: Tx, organizationId: string, id: string, role: MemberRole): Promise<void> {
  await tx.updateTable('organization_memberships').set({ role }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

export async function endMembership(tx: Tx, organizationId: string, id: string, at: Date): Promise<void> {
  await tx.updateTable('organization_memberships').set({ deleted_at: at, is_public: false }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** Ends what someone was in every school and empties what it says of them; the one membership that is a school's last owner's goes on, empty. */
export async function endMembershipsOfUser(tx: Tx, userId: string, at: Date): Promise<void> {
  await sql`
    update organization_memberships m set
      display_name = '', title = '', bio = '', is_public = false, profile_type = null, profile = '{}',
      deleted_at = case
        when m.deleted_at is not null then m.deleted_at
        when m.role = 'owner' and not exists (
          select 1 from organization_memberships o
          where o.organization_id = m.organization_id and o.user_id <> m.user_id and o.role = 'owner' and o.deleted_at is null
        ) then null
        else ${at}
      end
    where m.user_id = ${userId}`.execute(tx)
}

export async function deleteEndedMembershipsOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('organization_memberships').where('user_id', '=', userId).where('deleted_at', 'is not', null).execute()
}

export async function withdrawInvitationsBy(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('invitation_imports').where('started_by', '=', userId).execute()
  await tx.deleteFrom('organization_invitations').where('invited_by', '=', userId).execute()
}

/** Whatever became of them: an invitation that was accepted still says to whom it went. */
export async function deleteInvitationsTo(tx: Tx, address: string): Promise<void> {
  await tx.deleteFrom('invitation_import_rows').where(sql`lower(email)`, '=', address.toLowerCase()).execute()
  await tx.deleteFrom('organization_invitations').where(sql`lower(email)`, '=', address.toLowerCase()).execute()
}
