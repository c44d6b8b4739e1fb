import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { manifestName, secretFingerprint, type BackupManifest } from '../../src/platform/backup/backup-manifest.ts'
import { saveFiles, type FileSaver } from '../../src/platform/backup/save-files.ts'
import { saveTables } from '../../src/platform/backup/save-tables.queries.ts'
import type { DirectSource } from '../../src/platform/db/direct-connection.ts'
import type { openFileStore } from './file-store.ts'
import { readFigures, readPromisedFiles } from './backup-figures.ts'

/** What of the data folder is worth keeping, beside the database: all else is made again or half finished. */
const keptNames = ['files', 'emulators', 'demo.json']

type FileStore = NonNullable<ReturnType<typeof openFileStore>>

/** What a backup is made of, and where it goes. */
export interface BackupOrder {
  source: DirectSource
  dataDir: string
  /** Where the files of schools rest, when that is not the data folder. */
  store?: FileStore | null
  /** A folder that does not exist yet, or is empty. */
  folder: string
  /** Whether the secret goes into it. */
  withSecret: boolean
  say(step: string): void
}

/** A backup that was made, and what the operator should know of it. */
export interface MadeBackup {
  manifest: BackupManifest
  leftOut: string[]
  /** Files that the database names and the data folder does not have so. */
  broken: string[]
}

/**
 * Makes a whole backup while the installation runs. It stands under its name only when it is complete.
 *
 * @throws Error when the folder is taken; what database and disk say
 */
export async function backupInstallation(order: BackupOrder): Promise<MadeBackup> {
  const folder = resolve(order.folder)
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. A backup goes into a new folder. Nothing was changed.`)
  // It would be copied into itself without end.
  if (keptNames.some((name) => folder.startsWith(resolve(order.dataDir, name)))) throw new Error(`${folder} is inside of what is saved. Choose a folder elsewhere. Nothing was changed.`)

  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const files = saveFiles(order.dataDir, unfinished, keptNames)
  order.say('copying files…')
  await files.copy()
  order.say('reading the database…')
  const { database, leftOut, asked } = await saveTables(order.source, unfinished, async (ask) => ({ figures: await readFigures(ask), promised: await readPromisedFiles(ask) }))
  order.say('copying files that came meanwhile…')
  await files.copy()
  if (order.store) await takeFromStore(order.store, files, asked.promised, order.say)

  if (order.withSecret) writeFileSync(join(unfinished, 'app-secret'), order.source.appSecret, { mode: 0o600, flush: true })
  const manifest = describeBackup(order.source, { database, figures: asked.figures, files: await files.writeList(), withSecret: order.withSecret })
  writeFileSync(join(unfinished, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(unfinished, folder)
  return { manifest, leftOut, broken: listBroken(files, asked.promised) }
}

/** What rows name was there before they were read, and stays under its key until a job after them removes it. */
async function takeFromStore(store: FileStore, files: FileSaver, promised: { path: string }[], say: (step: string) => void): Promise<void> {
  say(`copying ${promised.length} files from S3…`)
  for (const { path } of promised) {
    const storageKey = path.slice('files/'.length)
    const found = await store.find(storageKey)
    if (found) await files.take(path, async () => (found.sizeBytes > 0 ? store.read(storageKey, { start: 0, end: found.sizeBytes - 1 }) : Readable.from([])))
  }
}

/** Writes down what a backup is made of. */
export function describeBackup({ appSecret }: DirectSource, { withSecret, ...parts }: Pick<BackupManifest, 'database' | 'figures' | 'files'> & { withSecret: boolean }): BackupManifest {
  const secret = { fingerprint: secretFingerprint(appSecret), isInside: withSecret }
  return { format: 1, id: randomUUID(), madeAt: new Date().toISOString(), release: releaseOf(), ...parts, secret }
}

function releaseOf(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

function listBroken(files: FileSaver, promised: { path: string; sha256: string | null }[]): string[] {
  return promised.flatMap(({ path, sha256 }) => {
    const hash = files.hashOf(path)
    if (hash === undefined) return [`${path} is missing`]
    return sha256 !== null && sha256 !== hash ? [`${path} has other bytes than when it was uploaded`] : []
  })
}
