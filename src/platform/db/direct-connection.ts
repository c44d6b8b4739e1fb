import pg from 'pg'
import { log } from '#platform/log/log.ts'
import { hasNoSessions, loginUrl, pastPooler, type LoginSource } from './logins.ts'

/** Where the database is, and where it is without a pooler in between. */
export type DirectSource = LoginSource

/**
 * The system login's way to the database itself. LISTEN and the queue's worker need one connection that stays
 * theirs, which a transaction pooler does not give: `DATABASE_DIRECT_URL` names host and port then, and the login
 * stays the same.
 */
export function directSystemUrl(source: DirectSource): string {
  return pastPooler(source, loginUrl(source, 'system'))
}

/** One connection past any pooler, not yet connected. Its end is an `error` event: whoever asks listens for it. */
export function newDirectClient(source: DirectSource, name: string): pg.Client {
  return new pg.Client({ connectionString: directSystemUrl(source), application_name: name, keepAlive: true, connectionTimeoutMillis: 4000, query_timeout: 10_000 })
}

/**
 * A small pool past any pooler.
 *
 * @param settings SQL that each session begins with; nothing is said where a pooler stands between all the same, which
 * would hand the session on to others
 */
export function openDirectPool(source: DirectSource, name: string, max: number, settings?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: directSystemUrl(source), application_name: name, max, keepAlive: true, connectionTimeoutMillis: 4000, query_timeout: 15_000,
    // As a statement: a pooler that keeps sessions may refuse what a connection begins with. The pool waits for it.
    ...(settings && !hasNoSessions(source) ? { onConnect: (client: pg.ClientBase): unknown => client.query(settings) } : {}),
  })
  const note = (fault: Error) => log.warn({ pool: name, reason: fault.message }, 'a database connection ended')
  pool.on('error', note)
  // One that is in use ends as an event of its own; the next statement on it learns of it too.
  pool.on('connect', (client) => client.on('error', note))
  return pool
}
