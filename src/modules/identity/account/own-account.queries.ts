import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** What identity knows of a person: the account, and how the provider calls it. */
export async function listOwnAccount(tx: Tx, userId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select u.name, u.email, u.email_verified_at as "emailConfirmedAt", u.image_url as "picture", u.created_at as "since",
      (select jsonb_agg(jsonb_build_object('provider', i.provider, 'id', i.subject, 'since', i.created_at)) from user_identities i where i.user_id = u.id) as "signsInBy"
    from users u where u.id = ${userId}`.execute(tx)
  return rows
}
