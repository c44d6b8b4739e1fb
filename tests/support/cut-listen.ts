import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findRunner } from '../../bin/parts/run-lock.ts'
import { superuserPassword } from '../../src/platform/db/embedded-database.ts'

/**
 * Cuts every connection that listens for live words, as a proxy or a restart would. The pages must not notice.
 *
 * @param dataDir the data folder of a running installation with the embedded database
 * @throws Error when nobody listened: then nothing was proven
 */
export async function cutListenConnections(dataDir: string): Promise<void> {
  const url = new URL(findRunner(dataDir)?.databaseUrl ?? '')
  url.username = 'postgres'
  url.password = superuserPassword(readFileSync(join(dataDir, 'app-secret'), 'utf8').trim())
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const cut = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and pid <> pg_backend_pid()`)
    if (!cut.rowCount) throw new Error('nobody listened for live words')
  } finally {
    await client.end()
  }
}
