import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Lies in the data folder from the beginning of a restore to its end. */
export function restoreMarkPath(dataDir: string): string {
  return join(dataDir, 'restoring.json')
}

/** The restore that was begun in a data folder and did not come to its end; null when there is none. */
export function readBrokenRestore(dataDir: string): { id: string; folder: string } | null {
  const path = restoreMarkPath(dataDir)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { id: string; folder: string }) : null
}

/** @throws Error when a restore of this folder was broken off: half of an installation is worse than none */
export function refuseBrokenRestore(dataDir: string): void {
  const broken = readBrokenRestore(dataDir)
  if (broken) throw new Error(`A restore into ${dataDir} was broken off. Run it again: npm run cove -- restore ${broken.folder}`)
}
