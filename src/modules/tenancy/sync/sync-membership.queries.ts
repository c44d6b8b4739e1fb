import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** The user that a person of Clerk's is; whoever wants to delete them waits until this transaction is over. */
export async function findUserOfClerk(tx: Tx, subject: string): Promise<{ id: string; deletedAt: Date | null } | null> {
  const found = await tx
    .selectFrom('user_identities')
    .innerJoin('users', 'users.id', 'user_identities.user_id')
    .select(['users.id', 'users.deleted_at as deletedAt'])
    .where('user_identities.provider', '=', 'clerk')
    .where('user_identities.subject', '=', subject)
    .forShare('users')
    .executeTakeFirst()
  return found ?? null
}

/** Whether a person of Clerk's has come, be it that they are gone again; waits for nobody. */
export async function hasUserCome(tx: Tx, subject: string): Promise<boolean> {
  const found = await sql`
    select from user_identities where provider = 'clerk' and subject = ${subject}
    union all select from sync_states where provider = 'clerk' and kind = 'user' and subject = ${subject}`.execute(tx)
  return found.rows.length > 0
}

/** The one membership of a person in a school, as Clerk says it is now. */
export async function writeMembershipOfClerk(
  tx: Tx,
  membership: { organizationId: string; userId: string; id: string; clerkId: string; role: MemberRole; at: Date },
): Promise<void> {
  await asProvider(tx, () =>
    sql`
      insert into organization_memberships as m (organization_id, id, user_id, clerk_id, role, display_name, source_updated_at)
      select ${membership.organizationId}, ${membership.id}, u.id, ${membership.clerkId}, ${membership.role}, u.name, ${membership.at}
      from users u where u.id = ${membership.userId}
      on conflict (organization_id, user_id) do update set
        clerk_id = excluded.clerk_id, role = excluded.role, source_updated_at = excluded.source_updated_at, deleted_at = null,
        display_name = case when m.display_name = '' then excluded.display_name else m.display_name end`.execute(tx),
  )
}

/** Ends the one membership of a person in a school, and remembers which of Clerk's it was. */
export async function endMembershipOfClerk(tx: Tx, membership: { organizationId: string; userId: string; clerkId: string; at: Date }): Promise<void> {
  await asProvider(tx, () =>
    tx
      .updateTable('organization_memberships')
      .set({ clerk_id: membership.clerkId, deleted_at: membership.at, source_updated_at: membership.at, is_public: false })
      .where('organization_id', '=', membership.organizationId)
      .where('user_id', '=', membership.userId)
      .execute(),
  )
}

export async function hasOwner(tx: Tx, organizationId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('organization_memberships')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'owner')
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Between people a school keeps its last owner; the provider's word goes over that. */
async function asProvider(tx: Tx, work: () => Promise<unknown>): Promise<void> {
  await sql`select set_config('cove.provider_says', 'on', true)`.execute(tx)
  await work()
  await sql`select set_config('cove.provider_says', '', true)`.execute(tx)
}
