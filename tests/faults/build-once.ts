import { mkdirSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ensureBuild } from '../../bin/parts/build.ts'
import { waitFor } from './programs.ts'

const lockFolder = resolve('node_modules/.cove-building')
const lockStaleMs = 120_000

/** Builds what the programs run from, unless it is there. Test files run beside each other, and one build at a time is enough for all. */
export async function buildOnce(): Promise<void> {
  await waitFor(takeLock, 200_000, () => `another build does not end; if none runs, remove ${lockFolder}`)
  try {
    ensureBuild(() => {})
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

function takeLock(): boolean {
  try {
    mkdirSync(lockFolder)
    return true
  } catch {
    // A run that was killed while it built left its lock behind.
    const age = Date.now() - (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > lockStaleMs) rmSync(lockFolder, { recursive: true, force: true })
    return false
  }
}
