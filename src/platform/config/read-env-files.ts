import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadEnvFile } from 'node:process'

/**
 * Reads `.env.local`, then `.env`, into the environment. What the environment has already stays:
 * the shell wins over `.env.local`, which wins over `.env`.
 */
export function readEnvFiles(folder: string = process.cwd()): void {
  for (const name of ['.env.local', '.env']) {
    const path = join(folder, name)
    if (existsSync(path)) loadEnvFile(path)
  }
}
