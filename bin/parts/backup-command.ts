import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { figureLines } from './backup-figures.ts'
import { backupInstallation, type MadeBackup } from './backup-installation.ts'
import { refuseBrokenRestore } from './broken-restore.ts'
import { openFileStore } from './file-store.ts'
import { restoreInstallation } from './restore-installation.ts'
import { withDatabase } from './with-database.ts'

const say = (step: string) => console.log(`→ ${step}`)

/** `cove backup <folder> [--with-secret]` */
export async function backupCommand(args: string[]): Promise<void> {
  const { values, positionals: [folder, ...rest] } = parseArgs({ args, allowPositionals: true, options: { 'with-secret': { type: 'boolean', default: false } } })
  if (!folder || rest.length) throw new Error('A backup needs a new folder: npm run cove -- backup <folder>')

  const dataDir = resolve(process.env.DATA_DIR || '.data')
  refuseBrokenRestore(dataDir)
  const made = await withDatabase((source) => backupInstallation({ source, dataDir, store: openFileStore(process.env), folder, withSecret: values['with-secret'], say }))
  sayMade(made, resolve(folder))
  if (made.broken.length) process.exitCode = 1
}

/** `cove restore <folder> [--new-secret]` */
export async function restoreCommand(args: string[]): Promise<void> {
  const { values, positionals: [folder, ...rest] } = parseArgs({ args, allowPositionals: true, options: { 'new-secret': { type: 'boolean', default: false } } })
  if (!folder || rest.length) throw new Error('Which backup? npm run cove -- restore <folder>')

  const dataDir = resolve(process.env.DATA_DIR || '.data')
  const manifest = await restoreInstallation({ folder: resolve(folder), dataDir, store: openFileStore(process.env), appSecret: process.env.APP_SECRET || undefined, isSecretNew: values['new-secret'], withDatabase, say })
  console.log(`\nRestored into ${dataDir}, as of ${manifest.madeAt}. Every row and every file was compared with the backup:\n${figureLines(manifest.figures)}`)
  console.log('\nJobs that waited then run when it starts: mails that went out after the backup was made may go out again. To rehearse, start it without the settings of your mail and payments.')
}

function sayMade({ manifest, leftOut, broken }: MadeBackup, folder: string): void {
  const rows = manifest.database.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`\nBackup ${folder}, as of ${manifest.madeAt}: ${manifest.database.tables.length} tables, ${rows} rows, ${manifest.files.count} files.\n${figureLines(manifest.figures)}`)
  if (leftOut.length) console.log(`\nNot in it, because it is not CourseCove's: tables in ${leftOut.join(', ')}.`)
  for (const line of broken) console.error(`! ${line}`)
  console.log(manifest.secret.isInside
    ? '\n! The secret is in it. Whoever has this folder can sign in as anybody: keep it as you keep passwords.'
    : '\n! The secret (APP_SECRET, or app-secret in the data folder) is not in it. Keep it in another place: without it everybody signs in anew after a restore, and what was encrypted with it is lost.')
  console.log('It holds names, addresses, orders and password hashes of everybody. It is not encrypted.')
}
