import { resolve } from 'node:path'
import { readConfig } from '../../src/platform/config/config.ts'
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { ensureAppSecret } from './app-secret.ts'
import { ensureBuild } from './build.ts'
import { keepRunning, type KeptProgram } from './keep-running.ts'
import { takeRunLock } from './run-lock.ts'
import { waitForHealth } from './wait-for-health.ts'

/** What is needed to start everything. */
export interface StartOptions {
  dataDir: string
  env: NodeJS.ProcessEnv
  say: (step: string) => void
}

/** The running installation. */
export interface Installation {
  url: string
  stop(): Promise<void>
}

/**
 * Starts the whole installation: build, database, migrations, web, worker. Resolves when health is good.
 *
 * @throws Error with a sentence for the operator, after stopping what was started
 */
export async function startInstallation(options: StartOptions): Promise<Installation> {
  const { dataDir, say } = options
  const port = Number(options.env.PORT ?? 3000)
  const url = `http://${options.env.BASE_DOMAIN ?? `coursecove.localhost:${port}`}`
  const other = takeRunLock(dataDir, url)
  if (other) throw new Error(`CourseCove already runs on this data folder (process ${other.pid}, ${other.url}). Nothing was changed.`)

  ensureBuild(say)
  const appSecret = ensureAppSecret(dataDir)
  const programs: KeptProgram[] = []
  let database: EmbeddedDatabase | null = null
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()))
    await database?.stop()
  }

  try {
    if (!options.env.DATABASE_URL) {
      say('starting the database…')
      database = await startEmbeddedDatabase({ dataDir, appSecret })
    }
    const env: NodeJS.ProcessEnv = {
      ...options.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: resolve(dataDir),
      APP_SECRET: appSecret,
      DATABASE_URL: options.env.DATABASE_URL ?? database?.url,
    }
    const config = readConfig(env)
    await migrate(config, 'db', say)
    programs.push(keepRunning('web', ['--enable-source-maps', 'build/server/server.js'], env))
    programs.push(keepRunning('worker', ['--enable-source-maps', 'build/server/worker.js'], env))
    await waitForHealth(`http://127.0.0.1:${port}/api/health`)
    say(`CourseCove answers at ${url}`)
    return { url, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}
