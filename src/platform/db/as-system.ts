import type { Pool, PoolClient } from 'pg'
import { inTransaction, type Tx } from './transaction.ts'

/** A transaction of the system: every row of every school, by policies that name `service_role`. */
export interface SystemTransaction {
  tx: Tx
  /** The connection itself, for what must be cancelled from outside. */
  client: PoolClient
}

/**
 * The second door, for what no person asks: the inbox, the worker, the operator. Who imports it is listed by name
 * in the import rules.
 *
 * @param pool the pool of the `system` login
 * @throws DatabaseUnavailable when the connection fails; what `work` throws, after rollback
 */
export async function asSystem<T>(pool: Pool, work: (opened: SystemTransaction) => Promise<T>): Promise<T> {
  return inTransaction(pool, 'set local role service_role; select 1', ({ tx, client }) => work({ tx, client }))
}
