import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/**
 * The addresses of some of the school's people.
 *
 * @returns by user; empty for roles that do not see addresses, which the database decides
 */
export async function listAddresses(tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map()
  const { rows } = await sql<{ userId: string; email: string }>`
    select a.user_id as "userId", a.email from list_member_addresses() a where a.user_id = any (${userIds}::uuid[]) and a.email is not null`.execute(tx)
  return new Map(rows.map(({ userId, email }) => [userId, email]))
}
