import pg from 'pg'
import { directSystemUrl, type DirectSource } from '../db/direct-connection.ts'
import { loginRole, migrationUrl } from '../db/logins.ts'

/** The two who own everything: neither sees the other's tables. */
export interface BothOwners {
  migrate: pg.Client
  system: pg.Client
  systemRole: string
}

/** Values must read the same wherever they are written, and a large table may take its time. */
const sessionSettings = `set local search_path = ''; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '10s'`

/**
 * Opens one transaction for each of the two, and ends both: committed when `work` comes to its end, the system's first,
 * else rolled back.
 *
 * @param begin how the transactions begin, e.g. `begin isolation level repeatable read read only`
 */
export async function withBothOwners<T>(source: DirectSource, begin: string, work: (owners: BothOwners) => Promise<T>): Promise<T> {
  const migrate = new pg.Client({ connectionString: migrationUrl(source), application_name: 'coursecove-backup', keepAlive: true })
  const system = new pg.Client({ connectionString: directSystemUrl(source), application_name: 'coursecove-backup', keepAlive: true })
  const cut: Error[] = []
  for (const client of [migrate, system]) client.on('error', (fault) => cut.push(fault))
  try {
    await migrate.connect()
    await system.connect()
    for (const client of [migrate, system]) await client.query(begin)
    const done = await work({ migrate, system, systemRole: loginRole(source, 'system') })
    if (cut[0]) throw cut[0]
    await system.query('commit')
    await migrate.query('commit')
    return done
  } finally {
    // A transaction that is still open here is rolled back by the end of its connection.
    await Promise.all([migrate.end(), system.end()].map((end) => end.catch(() => {})))
  }
}

/** Makes the sessions of both write and read values in one way. */
export async function settleSessions({ migrate, system }: BothOwners): Promise<void> {
  for (const client of [migrate, system]) await client.query(sessionSettings)
}
