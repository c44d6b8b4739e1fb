import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'
import { setDummiesAside } from './dummies.ts'

/**
 * Reads `.env.local`, then `.env`, into the environment. What the environment has already stays:
 * the shell wins over `.env.local`, which wins over `.env`. What an example left as it stands there is taken out again.
 *
 * @returns the names of the settings that were only examples
 */
export function readEnvFiles(folder: string = process.cwd()): string[] {
  for (const name of ['.env.local', '.env']) {
    const path = join(folder, name)
    if (existsSync(path)) loadEnvFile(path)
  }
  const { names } = setDummiesAside(process.env)
  for (const name of names) delete process.env[name]
  return names
}
