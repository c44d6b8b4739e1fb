import { CompiledQuery } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Tx } from './transaction.ts'

/** A statement that is run so often that planning it anew each time would cost more than running it. */
export interface PreparedStatement {
  /** Its name in the database's session; one text for each. */
  name: string
  /** With `$1`, `$2` … and never another text: what varies is bound. */
  text: string
}

/** A prepared statement with what is bound to it. */
export interface BoundStatement {
  statement: PreparedStatement
  values: unknown[]
}

/** Runs a prepared statement in the transaction it was handed out with. */
export type Ask = <Row>(statement: PreparedStatement, values: unknown[]) => Promise<Row[]>

const throughPooler = new WeakSet<Pool>()

/** Says that a pool's connections go through a transaction pooler, where the next transaction may meet another session, which knows no statement of ours. */
export function doNotPrepare(pool: Pool): void {
  throughPooler.add(pool)
}

/** Whether a connection of the pool is a session of the database for as long as it stands. */
export function keepsSessions(pool: Pool): boolean {
  return !throughPooler.has(pool)
}

export function askOn(pool: Pool, client: PoolClient): Ask {
  const keepsSession = keepsSessions(pool)
  return async <Row>({ name, text }: PreparedStatement, values: unknown[]) => {
    const answered = await client.query(keepsSession ? { name, text, values } : { text, values })
    return answered.rows as Row[]
  }
}

/** The same statements in a transaction that somebody else opened; planned anew each time. */
export function askIn(tx: Tx): Ask {
  return async <Row>({ text }: PreparedStatement, values: unknown[]) => (await tx.executeQuery<Row>(CompiledQuery.raw(text, values))).rows
}
