import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret from which sessions, signed links and database logins are derived: the one in the environment,
 * else one made once and kept in the data folder.
 */
export function ensureAppSecret(dataDir: string): string {
  if (process.env.APP_SECRET) return process.env.APP_SECRET

  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, 'app-secret')
  if (!existsSync(path)) writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(path, 'utf8').trim()
}
