import { escapeLiteral, type Pool, type PoolClient } from 'pg'
import type { Ask } from './prepared.ts'
import { askOnce, inTransaction, type Tx } from './transaction.ts'

/** A transaction of the system: every row of every school, by policies that name `service_role`. */
export interface SystemTransaction {
  tx: Tx
  /** The connection itself, for what must be cancelled from outside. */
  client: PoolClient
  /** For statements that are run for every event or request. */
  ask: Ask
  /** The row that the opening's last statement answered. */
  opening: Record<string, unknown>
}

/**
 * The second door, for what no person asks: the inbox, the worker, the operator. Who imports it is listed by name
 * in the import rules.
 *
 * @param pool the pool of the `system` login
 * @param opening SQL sent along with `begin`, so that it costs no round trip; made of literals that were escaped
 * @throws DatabaseUnavailable when the connection fails; what `work` throws, after rollback
 */
export async function asSystem<T>(pool: Pool, work: (opened: SystemTransaction) => Promise<T>, opening = 'select 1'): Promise<T> {
  return inTransaction(pool, `set local role service_role; ${opening}`, work)
}

/**
 * One question of the system, in one round trip.
 *
 * @param pool the pool of the `system` login
 * @param ask makes the statement; what it puts in goes through `literal`, as nothing can be bound here
 * @throws DatabaseUnavailable when the connection fails
 */
export async function askAsSystem<Row>(pool: Pool, ask: (literal: (text: string) => string) => string): Promise<Row[]> {
  return askOnce<Row>(pool, 'set local role service_role', ask(escapeLiteral))
}
