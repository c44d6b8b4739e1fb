import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refuseCompany, requireEmptyDatabase } from '../../src/platform/backup/empty-database.queries.ts'
import { saveTables } from '../../src/platform/backup/save-tables.queries.ts'
import type { DirectSource } from '../../src/platform/db/direct-connection.ts'
import { figureLines, readFigures } from './backup-figures.ts'
import { describeBackup } from './backup-installation.ts'
import { refuseBrokenRestore } from './broken-restore.ts'
import { restoreDatabase } from './restore-installation.ts'
import { findRunner } from './run-lock.ts'
import { withDatabase } from './with-database.ts'

/** What moves where. */
export interface Move {
  from: DirectSource
  to: DirectSource
  dataDir: string
  say(step: string): void
}

/**
 * Copies every row into an empty database on another server and compares. The one it came from stays as it is.
 *
 * @returns the figures that are the same in both
 * @throws DatabaseNotEmpty when either is at work or the other has people in it
 */
export async function moveDatabase({ from, to, dataDir, say }: Move): Promise<Record<string, string>> {
  const folder = join(dataDir, 'moving')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    // What is written after the copy began would stay behind.
    await refuseCompany(from)
    await requireEmptyDatabase(to)
    say('reading the database…')
    const { database, asked: figures } = await saveTables(from, folder, readFigures)
    const manifest = describeBackup(from, { database, figures, files: { count: 0, bytes: 0, sha256: '0'.repeat(64) }, withSecret: false })
    await restoreDatabase(to, folder, { manifest, isBegunAgain: false, say })
    await refuseCompany(from)
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `cove move-database <url>` */
export async function moveCommand(args: string[]): Promise<void> {
  const { positionals: [url, ...rest] } = parseArgs({ args, allowPositionals: true })
  if (!url || rest.length || !URL.canParse(url)) throw new Error('Where to? npm run cove -- move-database postgres://user:password@host:5432/database\nThe role owns the database and may create roles; the database is empty.')

  const dataDir = resolve(process.env.DATA_DIR || '.data')
  refuseBrokenRestore(dataDir)
  const runner = findRunner(dataDir)
  if (runner) throw new Error(`CourseCove runs on ${dataDir} (process ${runner.pid}). Stop it first: what is written meanwhile would stay behind. Nothing was changed.`)

  const figures = await withDatabase((from) => {
    if (from.databaseUrl === url) throw new Error('That is the database in use. Nothing was changed.')
    return moveDatabase({ from, to: { databaseUrl: url, appSecret: from.appSecret }, dataDir, say: (step) => console.log(`→ ${step}`) })
  })
  const { host, pathname } = new URL(url)
  console.log(`\nEverything is in ${host}${pathname} too, and was compared:\n${figureLines(figures)}`)
  console.log(`\nNow set DATABASE_URL to that address, in .env or where your settings are, and start. The data folder ${dataDir} stays in use for files and the secret. The database of before is as it was: delete it when you are content.`)
}
