import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Linux keeps files of this folder in memory. A new database is a thousand small files: on a disk, making one is twenty times the work. */
const inMemory = '/dev/shm'
/** What a whole run may need, several times over. */
const roomBytes = 4 * 1024 ** 3

/**
 * A folder for a test's own database server, to be removed after it; in memory where there is room. The server's user,
 * who is not the superuser, may enter it: otherwise the cluster would lie in a system folder and outlive the test.
 */
export function makeDataDir(prefix: string): string {
  const folder = mkdtempSync(join(hasRoomInMemory() ? inMemory : tmpdir(), prefix))
  chmodSync(folder, 0o755)
  return folder
}

/** A container often has a folder of 64 MB there, and a small machine needs its memory. */
function hasRoomInMemory(): boolean {
  if (!existsSync(inMemory)) return false
  const { bavail, bsize } = statfsSync(inMemory)
  return bavail * bsize > roomBytes && freemem() > 2 * roomBytes
}
