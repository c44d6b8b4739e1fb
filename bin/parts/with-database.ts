import { resolve } from 'node:path'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { ensureAppSecret } from './app-secret.ts'
import { findRunner, takeRunLock } from './run-lock.ts'

/** Where the database is, for a command that runs beside or without the installation. */
export interface FoundDatabase {
  databaseUrl: string
  appSecret: string
}

/**
 * Gives a command the database: the one in DATABASE_URL, the one of the running installation, or the embedded one,
 * started for as long as the command runs.
 */
export async function withDatabase<T>(work: (found: FoundDatabase) => Promise<T>): Promise<T> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data')
  const appSecret = ensureAppSecret(dataDir)
  const known = process.env.DATABASE_URL ?? findRunner(dataDir)?.databaseUrl
  if (known) return work({ databaseUrl: known, appSecret })

  takeRunLock(dataDir, 'a command')
  const database = await startEmbeddedDatabase({ dataDir, appSecret })
  try {
    return await work({ databaseUrl: database.url, appSecret })
  } finally {
    await database.stop()
  }
}
