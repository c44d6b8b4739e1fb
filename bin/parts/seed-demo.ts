import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

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
  const seed = spawn(process.execPath, ['--enable-source-maps', 'build/server/cove.js', 'seed', '--if-empty'], {
    env: { ...input.env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const complaints: string[] = []
  createInterface({ input: seed.stdout }).on('line', input.say)
  createInterface({ input: seed.stderr }).on('line', (line) => complaints.push(line))
  const [code] = (await once(seed, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The demo could not be made:\n${complaints.slice(-30).join('\n')}`)
}

/** Reads `demo.json`; null where no demo was made. */
export function readDemo(dataDir: string): Demo | null {
  const path = join(dataDir, 'demo.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Demo) : null
}
