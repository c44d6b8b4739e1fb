import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who runs on a data folder. */
export interface Runner {
  pid: number
  /** Start of the process in clock ticks since boot, so that a reused number is not mistaken for it. */
  startedAt: string
  url: string
  /** Set once the database answers; other commands on this machine use it. */
  databaseUrl?: string
}

/** The data folder, taken by this process. */
export interface RunLock {
  /** Tells other commands where the database is. The file is readable by its owner only. */
  tell(databaseUrl: string): void
}

/**
 * Takes the data folder for this process.
 *
 * @throws Error naming the process that has it already; nothing is changed then
 */
export function takeRunLock(dataDir: string, url: string): RunLock {
  mkdirSync(dataDir, { recursive: true })
  const path = lockPath(dataDir)
  const mine: Runner = { pid: process.pid, startedAt: processStart(process.pid), url }
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      break
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
    const other = findRunner(dataDir)
    if (other) throw new Error(`CourseCove already runs on this data folder (process ${other.pid}, ${other.url}). Nothing was changed.`)
    // Left behind by a process that was killed.
    rmSync(path, { force: true })
  }
  process.once('exit', () => rmSync(path, { force: true }))
  return { tell: (databaseUrl) => writeFileSync(path, JSON.stringify({ ...mine, databaseUrl }), { mode: 0o600 }) }
}

/** Who runs on this data folder now; null when nobody does. */
export function findRunner(dataDir: string): Runner | null {
  try {
    const runner = JSON.parse(readFileSync(lockPath(dataDir), 'utf8')) as Runner
    return isRunning(runner) ? runner : null
  } catch {
    return null
  }
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'running.json')
}

function isRunning(runner: Runner): boolean {
  try {
    process.kill(runner.pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return processStart(runner.pid) === runner.startedAt
}

function processStart(pid: number): string {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 'unknown'
  // The name in parentheses may contain spaces; what follows the last one is regular. Field 22 is the start.
  return readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? 'unknown'
}
