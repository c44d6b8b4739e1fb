import pg, { type Pool } from 'pg'

/**
 * Stops what a connection is doing, from beside it: its statement, or with `terminate` the whole connection. The
 * second connection is opened for this alone, because the pool may be empty exactly when time runs out.
 *
 * @param pool where the login is taken from
 * @param pid of the backend to stop
 */
export async function stopBackend(pool: Pool, pid: number, how: 'cancel' | 'terminate'): Promise<void> {
  const beside = new pg.Client({ ...pool.options, connectionTimeoutMillis: 1000, application_name: 'coursecove-cancel' })
  beside.on('error', () => {})
  try {
    await beside.connect()
    await beside.query(how === 'cancel' ? 'select pg_cancel_backend($1)' : 'select pg_terminate_backend($1)', [pid])
  } finally {
    await beside.end().catch(() => {})
  }
}
