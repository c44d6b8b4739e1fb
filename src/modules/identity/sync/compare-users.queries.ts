import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** What is written here of somebody whom a provider knows. */
export interface UserHere {
  subject: string
  name: string
  email: string | null
  isEmailVerified: boolean
  imageUrl: string | null
  sourceUpdatedAt: Date | null
  deletedAt: Date | null
}

export async function listUsersHere(tx: Tx, provider: string, subjects: readonly string[]): Promise<UserHere[]> {
  const found = await sql<UserHere>`
    select i.subject, u.name, u.email, u.email_verified_at is not null as "isEmailVerified", u.image_url as "imageUrl",
      u.source_updated_at as "sourceUpdatedAt", u.deleted_at as "deletedAt"
    from user_identities i join users u on u.id = i.user_id
    where i.provider = ${provider} and i.subject = any(${[...subjects]})`.execute(tx)
  return found.rows
}

/** Who of these was here and is deleted altogether, and when. */
export async function listRemoved(tx: Tx, provider: string, subjects: readonly string[]): Promise<Map<string, Date>> {
  const found = await sql<{ subject: string; at: Date }>`
    select subject, coalesce(deleted_at, source_updated_at) as at from sync_states
    where provider = ${provider} and kind = 'user' and subject = any(${[...subjects]})`.execute(tx)
  return new Map(found.rows.map(({ subject, at }) => [subject, at]))
}

/** @returns whether there was such a tombstone, of this very moment */
export async function liftTombstoneOfUser(tx: Tx, provider: string, subject: string, deletedAt: Date): Promise<boolean> {
  // Dates that went through JavaScript have lost their microseconds.
  const emptied = await sql`
    update users set deleted_at = null, source_updated_at = null
    where date_trunc('milliseconds', deleted_at) = ${deletedAt}
      and id = (select user_id from user_identities where provider = ${provider} and subject = ${subject})`.execute(tx)
  const removed = await sql`
    delete from sync_states where provider = ${provider} and kind = 'user' and subject = ${subject}
      and date_trunc('milliseconds', coalesce(deleted_at, source_updated_at)) = ${deletedAt}`.execute(tx)
  return Number(emptied.numAffectedRows ?? 0) + Number(removed.numAffectedRows ?? 0) > 0
}
