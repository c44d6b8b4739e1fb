import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressAssets } from './compress-assets.ts'

const sources = ['src', 'bin/parts/cut-faces.ts', 'db/seeds', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json']
const stamp = 'build/.cove-built'

/**
 * Builds what runs when the sources changed since the last build.
 *
 * @throws Error with the build's own words when it fails
 */
export function ensureBuild(say: (step: string) => void): void {
  const now = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return

  say('building (a few seconds)…')
  const result = spawnSync(process.execPath, ['node_modules/@react-router/dev/bin.cjs', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.status !== 0) throw new Error(`The build failed:\n${result.stdout}\n${result.stderr}`)
  compressAssets('build/client/assets')
  writeFileSync(stamp, now)
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const source of sources) addToHash(source, hash)
  return hash.digest('hex')
}

function addToHash(path: string, hash: ReturnType<typeof createHash>): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addToHash(join(path, name), hash)
    return
  }
  hash.update(path).update(readFileSync(path))
}
