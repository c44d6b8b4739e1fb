import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { Generation } from './later-membership.ts'

/** What kind of object, and what the provider calls it. */
export interface SyncKey {
  kind: 'user' | 'organization' | 'membership'
  subject: string
}

/** What is remembered of the last event about an object of Clerk's. */
export interface SyncState {
  sourceUpdatedAt: Date
  deletedAt: Date | null
  /** Of an organization who made it; of a membership whose it is. */
  about: string | null
}

/** Lets whoever hears of one organization of Clerk's wait for each other; those who hear of its members only, do so for the person. */
export async function lockOrganization(tx: Tx, subject: string, member?: string): Promise<void> {
  if (member === undefined) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`clerk:${subject}`}, 0))`.execute(tx)
    return
  }
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`clerk:${subject}`}, 0))`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`clerk:${subject}:${member}`}, 0))`.execute(tx)
}

export async function findSyncState(tx: Tx, key: SyncKey): Promise<SyncState | null> {
  const found = await tx
    .selectFrom('sync_states')
    .select(['about', 'source_updated_at as sourceUpdatedAt', 'deleted_at as deletedAt'])
    .where('provider', '=', 'clerk')
    .where('kind', '=', key.kind)
    .where('subject', '=', key.subject)
    .executeTakeFirst()
  return found ?? null
}

/** Remembers an event; what it does not say stays as it was. */
export async function writeSyncState(tx: Tx, key: SyncKey, state: SyncState & { madeAt: Date | null }): Promise<void> {
  await tx
    .insertInto('sync_states')
    .values({
      provider: 'clerk',
      kind: key.kind,
      subject: key.subject,
      about: state.about,
      made_at: state.madeAt,
      source_updated_at: state.sourceUpdatedAt,
      deleted_at: state.deletedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['provider', 'kind', 'subject']).doUpdateSet((row) => ({
        about: row.fn.coalesce('excluded.about', 'sync_states.about'),
        made_at: row.fn.coalesce('excluded.made_at', 'sync_states.made_at'),
        source_updated_at: row.ref('excluded.source_updated_at'),
        deleted_at: row.ref('excluded.deleted_at'),
      })),
    )
    .execute()
}

/** All memberships that are known of one person in one organization, ended ones included. */
export async function listGenerations(tx: Tx, about: string): Promise<Generation[]> {
  const found = await tx
    .selectFrom('sync_states')
    .select(['subject', 'made_at as madeAt'])
    .where('provider', '=', 'clerk')
    .where('kind', '=', 'membership')
    .where('about', '=', about)
    .execute()
  return found.map(({ subject, madeAt }) => ({ subject, madeAt: madeAt ?? new Date(0) }))
}
