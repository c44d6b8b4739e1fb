import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

/**
 * Deletes something unless another row points at it: then nothing of `work` stays, and the transaction goes on.
 *
 * @returns whether it was done
 */
export async function unlessPointedAt(tx: Tx, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint unless_pointed_at`.execute(tx)
  try {
    await work()
    await sql`release savepoint unless_pointed_at`.execute(tx)
    return true
  } catch (fault) {
    if ((fault as { code?: unknown }).code !== '23503') throw fault
    await sql`rollback to savepoint unless_pointed_at`.execute(tx)
    return false
  }
}
