import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import { unlessPointedAt } from '#platform/db/unless-pointed-at.queries.ts'
import type { Door } from './user-facts.ts'

/** A user as the sync needs it. */
export interface SyncedUser {
  id: string
  name: string
  email: string | null
  emailVerifiedAt: Date | null
  sourceUpdatedAt: Date | null
  deletedAt: Date | null
}

const columns = [
  'users.id',
  'users.name',
  'users.email',
  'users.email_verified_at as emailVerifiedAt',
  'users.source_updated_at as sourceUpdatedAt',
  'users.deleted_at as deletedAt',
] as const

/** Lets whoever touches one of these people wait for each other until the transaction ends; always in the same order. */
export async function lockPeople(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of [...new Set(keys)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
  }
}

export async function findUserByIdentity(tx: Tx, provider: string, subject: string): Promise<SyncedUser | null> {
  const found = await tx
    .selectFrom('user_identities')
    .innerJoin('users', 'users.id', 'user_identities.user_id')
    .select(columns)
    .where('user_identities.provider', '=', provider)
    .where('user_identities.subject', '=', subject)
    .executeTakeFirst()
  return found ?? null
}

/** A person known only by an address, because they bought something: nobody has signed in as them yet. */
export async function findBuyer(tx: Tx, email: string): Promise<SyncedUser | null> {
  const found = await tx
    .selectFrom('users')
    .select(columns)
    .where(sql`lower(users.email)`, '=', email.toLowerCase())
    .where('users.deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('user_identities').select('user_identities.id').whereRef('user_identities.user_id', '=', 'users.id'))),
    )
    .orderBy('users.created_at')
    .executeTakeFirst()
  return found ?? null
}

/** The person who proved that an address is theirs. */
export async function findVerifiedUserByEmail(tx: Tx, email: string): Promise<SyncedUser | null> {
  const found = await tx
    .selectFrom('users')
    .innerJoin('user_identities', 'user_identities.user_id', 'users.id')
    .select(columns)
    .where(sql`lower(users.email)`, '=', email.toLowerCase())
    .where('users.deleted_at', 'is', null)
    .where('users.email_verified_at', 'is not', null)
    .orderBy('users.created_at')
    .executeTakeFirst()
  return found ?? null
}

export async function insertUser(tx: Tx, user: { id: string; email: string | null; name: string; door: Door }): Promise<void> {
  const { door, ...row } = user
  await tx.insertInto('users').values({ ...row, created_by_door: door }).execute()
}

export async function insertIdentity(tx: Tx, identity: { id: string; provider: string; subject: string; userId: string }): Promise<void> {
  await tx
    .insertInto('user_identities')
    .values({ id: identity.id, provider: identity.provider, subject: identity.subject, user_id: identity.userId })
    .execute()
}

export async function pointIdentity(tx: Tx, provider: string, subject: string, userId: string): Promise<void> {
  await tx.updateTable('user_identities').set({ user_id: userId }).where('provider', '=', provider).where('subject', '=', subject).execute()
}

export async function writeUserFacts(
  tx: Tx,
  userId: string,
  facts: { clerkId?: string; name?: string; email: string | null; imageUrl: string | null; isEmailVerified: boolean; sourceUpdatedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('users')
    .set({
      ...(facts.clerkId ? { clerk_id: facts.clerkId } : {}),
      ...(facts.name ? { name: facts.name } : {}),
      email: facts.email,
      image_url: facts.imageUrl,
      email_verified_at: facts.isEmailVerified ? sql<Date>`coalesce(email_verified_at, now())` : null,
      ...(facts.sourceUpdatedAt ? { source_updated_at: facts.sourceUpdatedAt } : {}),
    })
    .where('id', '=', userId)
    .execute()
}

/** What is known of a person goes; the row stays, so that orders and progress keep someone to point at. */
export async function forgetUser(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx
    .updateTable('users')
    .set({ clerk_id: null, name: '', email: null, email_verified_at: null, image_url: null, deleted_at: at, source_updated_at: at, is_operator: false })
    .where('id', '=', userId)
    .execute()
}

/**
 * Removes a user that nothing points at.
 *
 * @returns false when something does, and the user stays
 */
export async function removeUnusedUser(tx: Tx, userId: string): Promise<boolean> {
  return unlessPointedAt(tx, () => tx.deleteFrom('users').where('id', '=', userId).execute())
}

export async function mergeUsers(tx: Tx, goneId: string, keptId: string): Promise<void> {
  await sql`select merge_users(${goneId}, ${keptId})`.execute(tx)
}
