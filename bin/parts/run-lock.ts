import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who runs on a data folder. */
export interface Runner {
  pid: number
  /** Start of the process in clock ticks since boot, so that a reused number is not mistaken for it. */
  startedAt: string
  url: string
}

/**
 * Takes the data folder for this process, or tells who has it.
 *
 * @returns null when taken, else the one that runs already
 */
export function takeRunLock(dataDir: string, url: string): Runner | null {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'running.json')
  const mine: Runner = { pid: process.pid, startedAt: processStart(process.pid), url }
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx' })
      process.once('exit', () => rmSync(path, { force: true }))
      return null
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
    const other = readRunner(path)
    if (other && isRunning(other)) return other
    rmSync(path, { force: true })
  }
}

function readRunner(path: string): Runner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Runner
  } catch {
    return null
  }
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
