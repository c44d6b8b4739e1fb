import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
import { DatabaseUnavailable, translateDatabaseFault } from './database-faults.ts'
import { askOn, keepsSessions, type Ask } from './prepared.ts'
import type { DB } from './schema.ts'

/** A transaction in progress: queries run in it one after the other. */
export type Tx = Kysely<DB>

/** An open transaction and the answer of the statement that opened it. */
export interface OpenedTransaction {
  tx: Tx
  /** The last row that the opening statements returned. */
  opening: Record<string, unknown>
  client: PoolClient
  ask: Ask
}

/**
 * Runs `work` in one transaction. `begin` and the settings travel together, so opening costs one round trip.
 * The connection goes back to the pool only when it is known to be clean.
 *
 * @param pool whose login it runs under
 * @param settings SQL sent together with `begin`; made of literals that were escaped
 * @throws DatabaseUnavailable when the connection fails; what `work` throws, after rollback
 */
export async function inTransaction<T>(pool: Pool, settings: string, work: (opened: OpenedTransaction) => Promise<T>): Promise<T> {
  return onCleanConnection(pool, async (client) => {
    const answers = (await client.query(`begin; ${limitsOn(pool)}${settings}`)) as unknown as Answers
    const opening = answers.at(-1)?.rows[0] ?? {}
    const result = await work({ tx: onConnection(client), opening, client, ask: askOn(pool, client) })
    await client.query('commit')
    return result
  })
}

/**
 * Asks one question in a transaction of its own, all of it in one round trip.
 *
 * @param pool whose login it runs under
 * @param settings as for `inTransaction`
 * @param question one statement in SQL; made of literals that were escaped, as nothing can be bound to several statements
 * @returns the rows of the answer
 * @throws DatabaseUnavailable when the connection fails
 */
export async function askOnce<Row>(pool: Pool, settings: string, question: string): Promise<Row[]> {
  return onCleanConnection(pool, async (client) => {
    const answers = (await client.query(`begin; ${limitsOn(pool)}${settings}; ${question}; commit`)) as unknown as Answers
    return (answers.at(-2)?.rows ?? []) as Row[]
  })
}

/** Where sessions are not ours, the time limits that they would have are said with each transaction. */
function limitsOn(pool: Pool): string {
  return keepsSessions(pool) ? '' : `set local statement_timeout = '15s'; set local idle_in_transaction_session_timeout = '30s'; `
}

/** What `pg` answers to several statements at once. */
type Answers = QueryResult<Record<string, unknown>>[]

/** A connection of the pool for as long as the work takes. Whatever transaction a fault leaves open is rolled back. */
export async function onCleanConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient
  try {
    client = await pool.connect()
  } catch (fault) {
    throw translateDatabaseFault(fault)
  }

  // Between two statements nobody waits for an answer: a connection that dies then would take the process along. The
  // next statement learns of it.
  const survive = () => {}
  client.on('error', survive)
  let isClean = false
  try {
    const result = await work(client)
    isClean = true
    return result
  } catch (fault) {
    const translated = translateDatabaseFault(fault)
    // On a line that does not answer, a rollback would wait as long once more; the server rolls back what loses its client.
    isClean = !(translated instanceof DatabaseUnavailable) && (await rollback(client))
    throw translated
  } finally {
    client.off('error', survive)
    client.release(!isClean)
  }
}

async function rollback(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    return false
  }
}

/** Kysely over a single connection that somebody else opens and closes. */
function onConnection(client: PoolClient): Tx {
  const connection: PostgresPoolClient = { query: client.query.bind(client) as PostgresPoolClient['query'], release() {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect: async () => connection, end: async () => {}, options: {} } }) })
}
