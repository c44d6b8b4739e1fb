import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { saveTables } from '../../src/platform/backup/save-tables.queries.ts'
import { clusterName, findDatabaseHome, nextClusterName, readClusterMajor, startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import type { PostgresPrograms } from '../../src/platform/db/postgres-programs.ts'
import type { BackupManifest } from '../../src/platform/backup/backup-manifest.ts'
import { readFigures } from './backup-figures.ts'
import { describeBackup } from './backup-installation.ts'
import { restoreDatabase } from './restore-installation.ts'

/** What is carried over. */
export interface Upgrade {
  dataDir: string
  appSecret: string
  /** The programs of the version that made the files. */
  older: PostgresPrograms
  say(step: string): void
}

/** Where the files of before the upgrade lie now, and what was compared. */
export interface Upgraded {
  before: string
  figures: Record<string, string>
}

/**
 * Carries the embedded database over to the programs that are installed: the old ones write every row into files, the
 * new ones load them into a new folder and compare, and only then the folders change places. The old one stays.
 *
 * @throws what either database says; then the old folder is in its place, unchanged
 */
export async function upgradeCluster({ dataDir, appSecret, older, say }: Upgrade): Promise<Upgraded> {
  const home = findDatabaseHome(dataDir)
  const [cluster, next] = [join(home, clusterName), join(home, nextClusterName)]
  const before = join(home, `${clusterName}-${readClusterMajor(cluster)}`)
  if (existsSync(before)) throw new Error(`${before} is there already, from an upgrade before. Remove it, or put it elsewhere. Nothing was changed.`)

  // What an upgrade that was broken off left behind is half of something.
  rmSync(next, { recursive: true, force: true })
  const rows = join(dataDir, 'upgrading')
  rmSync(rows, { recursive: true, force: true })
  mkdirSync(rows, { mode: 0o700 })
  try {
    say('reading the database with the programs that made it…')
    const manifest = await saveCluster({ dataDir, appSecret, older }, rows)
    await loadCluster({ dataDir, appSecret, say }, { folder: rows, manifest })
    renameSync(cluster, before)
    renameSync(next, cluster)
    return { before, figures: manifest.figures }
  } catch (fault) {
    rmSync(next, { recursive: true, force: true })
    throw fault
  } finally {
    rmSync(rows, { recursive: true, force: true })
  }
}

/** An upgrade that was killed while the folders changed places is brought to its end. Returns whether there was one. */
export function finishSwap(dataDir: string): boolean {
  const home = findDatabaseHome(dataDir)
  if (existsSync(join(home, clusterName)) || !existsSync(join(home, nextClusterName))) return false

  renameSync(join(home, nextClusterName), join(home, clusterName))
  return true
}

async function saveCluster({ dataDir, appSecret, older }: Omit<Upgrade, 'say'>, folder: string): Promise<BackupManifest> {
  const old = await startEmbeddedDatabase({ dataDir, appSecret, cluster: clusterName, programs: older })
  try {
    const source = { databaseUrl: old.url, appSecret }
    const { database, leftOut, asked: figures } = await saveTables(source, folder, readFigures)
    if (leftOut.length) throw new Error(`The database has tables of others in ${leftOut.join(', ')}, which would not be carried over. Move them elsewhere first. Nothing was changed.`)
    return describeBackup(source, { database, figures, files: { count: 0, bytes: 0, sha256: '0'.repeat(64) }, withSecret: false })
  } finally {
    await old.stop()
  }
}

async function loadCluster({ dataDir, appSecret, say }: Omit<Upgrade, 'older'>, { folder, manifest }: { folder: string; manifest: BackupManifest }): Promise<void> {
  const fresh = await startEmbeddedDatabase({ dataDir, appSecret, cluster: nextClusterName })
  try {
    await restoreDatabase({ databaseUrl: fresh.url, appSecret }, folder, { manifest, isBegunAgain: false, say })
  } finally {
    await fresh.stop()
  }
}
