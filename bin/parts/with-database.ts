import { resolve } from 'node:path'
import type { DirectSource } from '../../src/platform/db/direct-connection.ts'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { ensureAppSecret } from './app-secret.ts'
import { readDatabaseSettings } from './database-settings.ts'
import { findRunner, takeRunLock } from './run-lock.ts'

/**
 * Gives a command the database: the one in DATABASE_URL, with all that goes with it, the one of the running installation,
 * or the embedded one, started for as long as the command runs.
 */
export async function withDatabase<T>(work: (source: DirectSource) => Promise<T>): Promise<T> {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  const appSecret = ensureAppSecret(dataDir)
  const own = readDatabaseSettings(process.env, appSecret)
  if (own) return work(own)

  const running = findRunner(dataDir)?.databaseUrl
  if (running) return work({ databaseUrl: running, appSecret })

  takeRunLock(dataDir, 'a command')
  const database = await startEmbeddedDatabase({ dataDir, appSecret })
  try {
    return await work({ databaseUrl: database.url, appSecret })
  } finally {
    await database.stop()
  }
}
