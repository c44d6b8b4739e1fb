import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readEnvFiles } from '../src/platform/config/read-env-files.ts'
import type { LoginSource } from '../src/platform/db/logins.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { backupCommand, restoreCommand } from './parts/backup-command.ts'
import { ensureBuild } from './parts/build.ts'
import { doctorCommand } from './parts/doctor/doctor.ts'
import { moveCommand } from './parts/move-database.ts'
import { findRunner } from './parts/run-lock.ts'
import { upgradeCommand } from './parts/upgrade-command.ts'
import { withDatabase } from './parts/with-database.ts'

/** A command of the operator: what it does in one line, and the deed. */
interface Command {
  does: string
  run(args: string[]): Promise<void>
}

const commands: Record<string, Command> = {
  migrate: { does: 'bring the database up to date', run: () => withDatabase(bringUpToDate) },
  migration: { does: 'start a new migration: migration <name>', run: startMigration },
  schema: { does: 'write db/schema.sql and the types from an empty, migrated database', run: () => runNode(['db/write-schema.ts']) },
  seed: { does: 'make the demo schools (--if-empty: only in an empty database)', run: (args) => runBuilt(['seed', ...args]) },
  reconcile: { does: 'compare with the identity provider (--apply: and heal; --end-many, --show 20)', run: (args) => runBuilt(['reconcile', ...args]) },
  backfill: { does: 'bring everybody from the identity provider, for the first time', run: (args) => runBuilt(['backfill', ...args]) },
  operator: { does: 'make somebody an operator: operator <e-mail> (--remove: and take it back)', run: (args) => runBuilt(['operator', ...args]) },
  doctor: { does: 'say what is on, off and wrong, with the next step', run: () => doctorCommand(dummies) },
  backup: { does: 'save everything while it runs: backup <new folder> (--with-secret: the secret too)', run: backupCommand },
  restore: { does: 'make it again in an empty data folder: restore <backup> (--new-secret)', run: restoreCommand },
  'move-database': { does: 'copy everything into an empty database of your own server: move-database <url>', run: moveCommand },
  'upgrade-database': { does: 'carry the embedded database over to the PostgreSQL of this release (--fetch)', run: upgradeCommand },
  reset: { does: 'delete the data folder and begin anew: reset --yes', run: reset },
}

const dummies = readEnvFiles()
const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) {
  console.log(`npm run cove -- <command>\n\n${Object.entries(commands).map(([key, { does }]) => `  ${key.padEnd(16)} ${does}`).join('\n')}`)
  process.exit(name === 'help' ? 0 : 1)
}
try {
  await command.run(args)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exit(1)
}

async function bringUpToDate(source: LoginSource): Promise<void> {
  const result = await migrate(source, 'db', (step) => console.log(`→ ${step}`))
  console.log(result.applied.length ? `${result.applied.length} applied, ${result.known} in all` : `nothing to do, ${result.known} known`)
}

async function startMigration([subject]: string[]): Promise<void> {
  if (!subject || !/^[a-z0-9_]+$/.test(subject)) throw new Error('A migration needs a name of a-z, 0-9 and _: npm run cove -- migration add_rooms')

  const last = readdirSync('db/migrations').sort().at(-1) ?? '0000'
  const path = `db/migrations/${String(Number(last.slice(0, 4)) + 1).padStart(4, '0')}_${subject}.sql`
  writeFileSync(path, '-- Why this change.\n')
  console.log(path)
}

async function reset([confirmation]: string[]): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data')
  const runner = findRunner(dataDir)
  if (runner) throw new Error(`CourseCove runs on ${dataDir} (process ${runner.pid}). Stop it first.`)
  if (confirmation !== '--yes') throw new Error(`This deletes ${dataDir}: every school, person, order and file in it. To do so: npm run cove -- reset --yes`)

  if (existsSync(dataDir)) rmSync(dataDir, { recursive: true, force: true })
  console.log(`deleted ${dataDir}`)
}

async function runNode(nodeArgs: string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const result = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...nodeArgs], { stdio: 'inherit', env })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

async function runBuilt(builtArgs: string[]): Promise<void> {
  ensureBuild((step) => console.log(`→ ${step}`))
  await withDatabase(({ databaseUrl, appSecret }) =>
    runNode(['--enable-source-maps', 'build/server/cove.js', ...builtArgs], { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, APP_SECRET: appSecret }))
}
