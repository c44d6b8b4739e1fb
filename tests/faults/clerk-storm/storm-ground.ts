import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../src/platform/db/free-port.ts'
import { startProgram } from '../programs.ts'
import { keepProgram, type KeptProgram } from './kept-program.ts'
import { startStormDatabase, type StormDatabase } from './storm-database.ts'

/** What a storm goes over: the built web and worker, kept running, on a PostgreSQL of their own. */
export interface StormGround {
  database: StormDatabase
  web: KeptProgram
  worker: KeptProgram
  /** Where the web process answers. */
  url: string
  /** What signs Clerk's webhooks. */
  secret: string
  stop(): Promise<void>
}

const secret = `whsec_${Buffer.from('what the storm is signed with').toString('base64')}`
/** Of an instance that nobody asks: the storm itself needs Clerk's webhooks only. */
const noInstance = { CLERK_SECRET_KEY: 'sk_test_storm', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('127.0.0.1:9$').toString('base64')}`, CLERK_API_URL: 'http://127.0.0.1:9' }

/**
 * Starts the ground. The programs are those of `build/`, which is there already.
 *
 * @param environment settings of web and worker besides; asked for when it is known where the web process will answer, and
 * by what its webhooks are signed
 */
export async function startStormGround(environment: (url: string, secret: string) => Promise<Record<string, string>> = async () => noInstance): Promise<StormGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-storm-data-'))
  const [port, database] = [await freePort(), await startStormDatabase()]
  const url = `http://127.0.0.1:${port}`
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database.databaseUrl,
    APP_SECRET: database.appSecret,
    CLERK_WEBHOOK_SIGNING_SECRET: secret,
    ...(await environment(url, secret)),
  }
  const web = keepProgram(() => startProgram('web', 'build/server/server.js', env, /web is listening/))
  const worker = keepProgram(() => startProgram('worker', 'build/server/worker.js', env, /worker is running/))
  await Promise.all([web.up(), worker.up()])
  return {
    database,
    web,
    worker,
    url,
    secret,
    async stop() {
      await Promise.all([web.stop(), worker.stop()])
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
