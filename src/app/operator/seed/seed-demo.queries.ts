import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** How many schools there are. */
export async function countSchools(tx: Tx): Promise<number> {
  const found = await tx.selectFrom('organizations').select((select) => select.fn.countAll<number>().as('count')).executeTakeFirst()
  return Number(found?.count ?? 0)
}

/** How many jobs wait or run. */
export async function countPendingJobs(tx: Tx): Promise<number> {
  const found = await sql<{ count: number }>`select jobs.pending() as count`.execute(tx)
  return Number(found.rows[0]?.count ?? 0)
}
