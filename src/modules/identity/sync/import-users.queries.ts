import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Takes the locks of many people at once, in the order in which `lockPeople` takes those of one. */
export async function lockManyPeople(tx: Tx, keys: readonly string[]): Promise<void> {
  const inOrder = [...new Set(keys)].sort()
  await sql`
    select count(pg_advisory_xact_lock(hashtextextended(k, 0))) from (
      select k from unnest(${inOrder}::text[]) with ordinality as u(k, n) order by n) o`.execute(tx)
}
