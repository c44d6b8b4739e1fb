import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nodeFileTrace } from '@vercel/nft'

const entry = 'build/server/function.js'
/** The SDKs that are loaded only when they are chosen; here they are. */
const chosen = ['inngest', 'inngest/hono', '@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner']
const aYear = 'public, max-age=31536000, immutable'

/**
 * Writes what was built as one function and the files beside it, in the shape that Vercel takes.
 *
 * @param to the folder, made anew
 * @returns how many files the function is made of
 * @see https://vercel.com/docs/build-output-api/v3
 */
export async function buildFunction(to: string): Promise<number> {
  rmSync(to, { recursive: true, force: true })
  const folder = join(to, 'functions', 'index.func')
  const { fileList } = await nodeFileTrace([entry, ...chosen.map((name) => new URL(import.meta.resolve(name)).pathname)], { base: process.cwd() })
  for (const path of [...fileList, 'package.json']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(path, join(folder, path), { dereference: true })
  }
  // Health compares what the database has with their names.
  cpSync('db/migrations', join(folder, 'db/migrations'), { recursive: true })
  writeFileSync(join(folder, '.vc-config.json'), JSON.stringify({ runtime: 'nodejs24.x', handler: entry, launcherType: 'Nodejs', shouldAddHelpers: false, supportsResponseStreaming: true, maxDuration: 60 }, null, 1))
  cpSync('build/client', join(to, 'static'), { recursive: true, filter: (path) => !/\.(gz|br|zst)$/.test(path) })
  writeFileSync(join(to, 'config.json'), JSON.stringify({
    version: 3,
    routes: [{ src: '/assets/(.*)', headers: { 'Cache-Control': aYear }, continue: true }, { handle: 'filesystem' }, { src: '/(.*)', dest: '/index' }],
    crons: [{ path: '/api/cron', schedule: '* * * * *' }],
  }, null, 1))
  return fileList.size
}
