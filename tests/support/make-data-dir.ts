import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder for a test's own database server, to be removed after it. The server's user, who is not the superuser, may
 * enter it: otherwise the cluster would lie in a system folder and outlive the test.
 */
export function makeDataDir(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(folder, 0o755)
  return folder
}
