import type { Pool, PoolClient } from 'pg'
import { askThenWrite, plain, type Asking, type Decision } from './ask-then-write.ts'
import { translateDatabaseFault } from './database-faults.ts'
import type { IntakePools, Pools } from './pools.ts'
import type { Ask, PreparedStatement } from './prepared.ts'
import { inTransaction, type Tx } from './transaction.ts'

/** A transaction of the system: every row of every school, by policies that name `service_role`. */
export interface SystemTransaction {
  tx: Tx
  /** The connection itself, for what must be cancelled from outside. */
  client: PoolClient
  /** For statements that are run for every event or request. */
  ask: Ask
}

/**
 * The second door, for what no person asks: the inbox, the worker, the operator. Who imports it is listed by name
 * in the import rules.
 *
 * @param pool the pool of the `system` login
 * @throws DatabaseUnavailable when the connection fails; what `work` throws, after rollback
 */
export async function asSystem<T>(pool: Pool, work: (opened: SystemTransaction) => Promise<T>): Promise<T> {
  return inTransaction(pool, 'set local role service_role', work)
}

const begin = plain('begin')
const becomeSystem = plain(`select set_config('role', 'service_role', true)`)

/**
 * A transaction of the system that asks and then writes, in two round trips: for what comes so often that each trip counts.
 *
 * @param pools with `intake` where sessions may begin as `service_role`; else `system`
 * @throws DatabaseUnavailable when the connection fails; else the first fault, after rollback
 */
export async function askThenWriteAsSystem<Found>({ system, intake }: IntakePools, decide: (asking: Asking) => Promise<Decision<Found>>): Promise<Found> {
  return intake ? askThenWrite(intake, [begin], decide) : askThenWrite(system, [begin, becomeSystem], decide)
}

/**
 * One question of the system that is asked at nearly every request: a prepared statement in a session that is
 * `service_role` from its beginning, so nothing has to be opened or ended around it.
 *
 * @throws DatabaseUnavailable when the connection fails
 */
export async function askAsSystem<Row>({ system, questions }: Pick<Pools, 'system' | 'questions'>, statement: PreparedStatement, values: unknown[]): Promise<Row[]> {
  if (!questions) return asSystem(system, ({ ask }) => ask<Row>(statement, values))

  try {
    return (await questions.query({ ...statement, values })).rows as Row[]
  } catch (fault) {
    throw translateDatabaseFault(fault)
  }
}
