import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** The school that an organization of Clerk's is. */
export interface SyncedOrganization {
  id: string
  slug: string
  deletedAt: Date | null
}

export async function findOrganizationOfClerk(tx: Tx, clerkId: string): Promise<SyncedOrganization | null> {
  const found = await tx
    .selectFrom('organizations')
    .select(['id', 'slug', 'deleted_at as deletedAt'])
    .where('clerk_id', '=', clerkId)
    .executeTakeFirst()
  return found ?? null
}

/** Lets those who look for a free address wait for each other. */
export async function lockSlugs(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organization slugs', 0))`.execute(tx)
}

/** Which of these addresses are another school's, closed schools included. */
export async function listSlugsOfOthers(tx: Tx, slugs: readonly string[], ownId: string): Promise<string[]> {
  const found = await tx.selectFrom('organizations').select('slug').where('slug', 'in', [...slugs]).where('id', '<>', ownId).execute()
  return found.map(({ slug }) => slug)
}

export async function linkOrganization(tx: Tx, id: string, clerkId: string): Promise<void> {
  await tx.updateTable('organizations').set({ clerk_id: clerkId }).where('id', '=', id).execute()
}

export async function renameOrganization(tx: Tx, id: string, names: { name: string; slug: string }): Promise<void> {
  await tx.updateTable('organizations').set(names).where('id', '=', id).execute()
}

/** Closes a school: its pages are not found any more, nobody belongs to it, nobody is invited. What was sold and learnt stays. */
export async function closeOrganization(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('organizations').set({ deleted_at: at }).where('id', '=', id).execute()
  await tx
    .updateTable('organization_memberships')
    .set({ deleted_at: at, is_public: false })
    .where('organization_id', '=', id)
    .where('deleted_at', 'is', null)
    .execute()
  await tx
    .updateTable('organization_invitations')
    .set({ revoked_at: at })
    .where('organization_id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}
