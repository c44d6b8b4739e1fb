import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BackupUnusable, readManifest, secretFingerprint, type BackupManifest } from '../../src/platform/backup/backup-manifest.ts'
import { loadFiles } from '../../src/platform/backup/load-files.ts'
import { requireEmptyDatabase } from '../../src/platform/backup/empty-database.queries.ts'
import { clearLoadedMark, isLoadedFrom } from '../../src/platform/backup/loaded-mark.queries.ts'
import { loadTables } from '../../src/platform/backup/load-tables.queries.ts'
import type { DirectSource } from '../../src/platform/db/direct-connection.ts'
import { listMigrations, migrate } from '../../src/platform/db/migrate.ts'
import { readFigures } from './backup-figures.ts'
import { readBrokenRestore, restoreMarkPath } from './broken-restore.ts'
import type { openFileStore } from './file-store.ts'
import { findRunner } from './run-lock.ts'

/** What is restored, and where. */
export interface RestoreOrder {
  /** The backup. */
  folder: string
  dataDir: string
  /** Where the files of schools go, when that is not the data folder. */
  store?: ReturnType<typeof openFileStore>
  /** The secret as the settings give it, if they do. */
  appSecret: string | undefined
  /** Begin with another secret than the one of the backup. */
  isSecretNew: boolean
  /** Gives the database, once the data folder has its secret. */
  withDatabase<T>(work: (source: DirectSource) => Promise<T>): Promise<T>
  say(step: string): void
}

/** A restore that was asked for at a place where it would do harm, or without what it needs. Nothing was changed. */
export class RestoreRefused extends Error {}

/**
 * Makes the installation of a backup in an empty place: files, every row, the secret. A restore that was broken off is
 * begun again by the same command; until then `npm start` refuses the folder.
 *
 * @returns what the backup says of itself; all of it was compared with what stands there now
 * @throws RestoreRefused, DatabaseNotEmpty or BackupUnusable with a sentence for the operator
 */
export async function restoreInstallation(order: RestoreOrder): Promise<BackupManifest> {
  const { folder, dataDir, say } = order
  const manifest = readManifest(folder)
  refuseOtherRelease(manifest)
  const isBegunAgain = requireEmptyPlace(dataDir, manifest)
  const appSecret = chooseSecret(order, manifest)

  mkdirSync(dataDir, { recursive: true })
  writeFileSync(restoreMarkPath(dataDir), JSON.stringify({ id: manifest.id, folder }))
  // The embedded database takes its passwords from this file.
  if (appSecret && !order.appSecret) writeFileSync(join(dataDir, 'app-secret'), appSecret, { mode: 0o600 })
  say(`restoring ${manifest.files.count} files…`)
  await loadFiles(folder, dataDir, manifest.files)
  if (order.store) await handToStore(order.store, join(dataDir, 'files'), say)
  await order.withDatabase(async (source) => restoreDatabase(source, folder, { manifest, isBegunAgain, say }))
  rmSync(restoreMarkPath(dataDir))
  return manifest
}

/** The files lie in the data folder, each compared; now they go where this installation keeps them. */
async function handToStore(store: NonNullable<RestoreOrder['store']>, folder: string, say: (step: string) => void): Promise<void> {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : []
  say(`handing ${paths.length} files to S3…`)
  for (const path of paths) await store.takeIn(relative(folder, path).replaceAll('\\', '/'), path)
}

/** A restore of the database alone. */
export interface DatabaseRestore {
  manifest: BackupManifest
  /** Whether an earlier one was broken off here: then the rows may be in. */
  isBegunAgain: boolean
  say(step: string): void
}

/**
 * Loads a backup's rows into a database without people: first the tables as they were when it was made, then the rows,
 * then what newer releases changed.
 */
export async function restoreDatabase(source: DirectSource, folder: string, { manifest, isBegunAgain, say }: DatabaseRestore): Promise<void> {
  if (isBegunAgain && (await isLoadedFrom(source, manifest.id))) say('the rows are in already')
  else await loadRows(source, folder, { manifest, say })
  await migrate(source, 'db', say)
  await clearLoadedMark(source)
}

async function loadRows(source: DirectSource, folder: string, { manifest, say }: { manifest: BackupManifest; say: (step: string) => void }): Promise<void> {
  await requireEmptyDatabase(source)
  say('making the tables…')
  await migrate(source, 'db', () => {}, new Set(manifest.database.migrations.map(({ name }) => name)))
  const rows = manifest.database.tables.reduce((sum, table) => sum + table.rows, 0)
  say(`restoring ${manifest.database.tables.length} tables, ${rows} rows, and reading each back…`)
  await loadTables(source, folder, { backupId: manifest.id, saved: manifest.database, check: async (ask) => requireFigures(manifest, await readFigures(ask)) })
}

function requireFigures(manifest: BackupManifest, now: Record<string, string>): void {
  const names = [...new Set([...Object.keys(manifest.figures), ...Object.keys(now)])]
  const other = names.filter((name) => manifest.figures[name] !== now[name])
  if (other.length === 0) return

  throw new BackupUnusable(`The figures differ: ${other.map((name) => `${name} was ${manifest.figures[name]}, is ${now[name]}`).join('; ')}. Nothing of the database was kept.`)
}

/** Tables of a newer release would meet files that do not know them. */
function refuseOtherRelease(manifest: BackupManifest): void {
  const known = new Map(listMigrations('db').map(({ name, sha256 }) => [name, sha256]))
  const strange = manifest.database.migrations.filter(({ name, sha256 }) => known.get(name) !== sha256)
  if (strange.length === 0) return

  throw new BackupUnusable(`This backup was made by another release (${manifest.release}): ${strange.map(({ name }) => name).join(', ')} is not known here or reads differently. Restore it with that release, then go on to this one. Nothing was changed.`)
}

/** Returns whether a restore of the same backup was broken off here. */
function requireEmptyPlace(dataDir: string, manifest: BackupManifest): boolean {
  const runner = findRunner(dataDir)
  if (runner) throw new RestoreRefused(`CourseCove runs on ${dataDir} (process ${runner.pid}). Stop it first. Nothing was changed.`)
  if (!existsSync(dataDir)) return false
  const broken = readBrokenRestore(dataDir)
  if (broken && broken.id !== manifest.id) throw new RestoreRefused(`A restore of another backup (${broken.folder}) was broken off in ${dataDir}. Restore that one, or choose another folder. Nothing was changed.`)
  if (broken) return true

  const there = readdirSync(dataDir).filter((name) => name !== 'app-secret' && name !== 'running.json')
  if (there.length) throw new RestoreRefused(`${dataDir} is not empty (${there.slice(0, 5).join(', ')}). A backup is restored into an empty folder: set DATA_DIR to a new one. Nothing was changed.`)
  return false
}

/** What sessions, links and encrypted values hang on is never replaced without a word. */
function chooseSecret({ folder, dataDir, appSecret, isSecretNew }: RestoreOrder, manifest: BackupManifest): string | null {
  const kept = join(dataDir, 'app-secret')
  const inside = join(folder, 'app-secret')
  const found = appSecret ?? (existsSync(kept) ? readText(kept) : manifest.secret.isInside && existsSync(inside) ? readText(inside) : null)
  if (found !== null && secretFingerprint(found) === manifest.secret.fingerprint) return found
  if (isSecretNew) return found

  const why = found === null ? 'This backup was made without the secret' : 'The secret that is set here is not the one of the backup'
  throw new RestoreRefused(`${why}. Put the old one into ${kept} or APP_SECRET and try again. If it is lost: --new-secret begins with another one; everybody then signs in anew, links in mails that were sent no longer work, and what was encrypted with it cannot be read. Nothing was changed.`)
}

function readText(path: string): string {
  return readFileSync(path, 'utf8').trim()
}
