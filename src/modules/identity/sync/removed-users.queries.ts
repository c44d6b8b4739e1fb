import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Remembers under what their providers knew somebody who is about to be deleted. */
export async function markRemoved(tx: Tx, userId: string, at: Date): Promise<void> {
  await sql`
    insert into sync_states (provider, kind, subject, source_updated_at, deleted_at)
    select provider, 'user', subject, ${at}, ${at} from user_identities where user_id = ${userId}
    on conflict (provider, kind, subject) do nothing`.execute(tx)
}

/** Whether the person whom a provider calls so was here and has been deleted. */
export async function wasRemoved(tx: Tx, provider: string, subject: string): Promise<boolean> {
  const found = await tx
    .selectFrom('sync_states')
    .select('deleted_at')
    .where('provider', '=', provider)
    .where('kind', '=', 'user')
    .where('subject', '=', subject)
    .executeTakeFirst()
  return found !== undefined
}

export async function deleteUser(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('users').where('id', '=', userId).where('deleted_at', 'is not', null).execute()
}
