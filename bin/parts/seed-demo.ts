import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `demo.json` tells. */
export interface Demo {
  schools: { slug: string; preset: string; url: string }[]
  logins: { email: string; password: string; role: string; slug: string }[]
  operator: { email: string; password: string }
  mailbox: string
}

/**
 * Fills an empty database with the demo schools; one that has a school already is left as it is.
 *
 * @throws Error with the last lines of the seed when it fails
 */
export async function seedDemo(input: { env: NodeJS.ProcessEnv; say: (step: string) => void }): Promise<void> {
  const result = spawnSync(process.execPath, ['--enable-source-maps', 'build/server/cove.js', 'seed', '--if-empty'], { env: input.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  for (const line of result.stdout.split('\n').filter(Boolean)) input.say(line)
  if (result.status !== 0) throw new Error(`The demo could not be made:\n${result.stderr.split('\n').slice(-30).join('\n')}`)
}

/** Reads `demo.json`; null where no demo was made. */
export function readDemo(dataDir: string): Demo | null {
  const path = join(dataDir, 'demo.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Demo) : null
}
