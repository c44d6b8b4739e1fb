import { resolve } from 'node:path'
import { readConfig } from '../../src/platform/config/config.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { ensureAppSecret } from './app-secret.ts'
import { refuseBrokenRestore } from './broken-restore.ts'
import { ensureBuild } from './build.ts'
import { keepDatabase, type KeptDatabase } from './keep-database.ts'
import { keepRunning, type KeptProgram } from './keep-running.ts'
import { takeRunLock } from './run-lock.ts'
import { readDemo, seedDemo } from './seed-demo.ts'
import { stripeStandIn, type StripeStandIn } from './stripe-emulator.ts'
import { waitForHealth } from './wait-for-health.ts'

const programArgs = {
  production: { web: ['--enable-source-maps', 'build/server/server.js'], worker: ['--enable-source-maps', 'build/server/worker.js'] },
  development: { web: ['--disable-warning=ExperimentalWarning', 'bin/dev-web.ts'], worker: ['--disable-warning=ExperimentalWarning', 'bin/dev-worker.ts'] },
}

/** What is needed to start everything. */
export interface StartOptions {
  dataDir: string
  env: NodeJS.ProcessEnv
  /** In development Vite serves the sources; the build is still made, for the seed. */
  mode: 'production' | 'development'
  say: (step: string) => void
}

/** The running installation. */
export interface Installation {
  url: string
  stop(): Promise<void>
}

/**
 * Starts the whole installation: build, database, migrations, demo, web, worker, emulators. Resolves when health
 * is good.
 *
 * @throws Error with a sentence for the operator, after stopping what was started
 */
export async function startInstallation(options: StartOptions): Promise<Installation> {
  const { dataDir, say } = options
  const port = Number(options.env.PORT || 3000)
  const url = `http://${options.env.BASE_DOMAIN ?? `coursecove.localhost:${port}`}`
  refuseBrokenRestore(dataDir)
  const lock = takeRunLock(dataDir, url)
  ensureBuild(say)
  const appSecret = ensureAppSecret(dataDir)
  const stripe = stripeStandIn({ dataDir, appSecret, port, env: options.env })
  const programs: KeptProgram[] = []
  let database: KeptDatabase | null = null
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()))
    await database?.stop()
  }

  try {
    if (!options.env.DATABASE_URL) {
      say('starting the database…')
      database = await keepDatabase({ dataDir, appSecret })
    }
    const env = settings(options, { port, appSecret, databaseUrl: options.env.DATABASE_URL ?? database?.url, stripe })
    const config = readConfig(env)
    lock.tell(config.databaseUrl)
    await migrate(config, 'db', say)
    if (stripe) programs.push(stripe.start())
    // Looking whether there is a school already takes a second; a demo that was made has left its note.
    // The demo's people sign in by passwords, which Clerk keeps to itself.
    if (!config.clerk && wantsDemo(config.baseDomain, env) && !readDemo(dataDir)) await seedDemo({ env, say })
    const { web, worker } = programArgs[options.mode]
    programs.push(keepRunning('web', web, env), keepRunning('worker', worker, env))
    await waitForHealth(`http://127.0.0.1:${port}/api/health`)
    return { url, stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** The demo's passwords are known to everyone: a host that others can reach gets it only when asked for. */
function wantsDemo(baseDomain: string, env: NodeJS.ProcessEnv): boolean {
  if (env.DEMO) return env.DEMO === 'yes'
  return /(^|\.)localhost(:\d+)?$/.test(baseDomain)
}

interface Found { port: number; appSecret: string; databaseUrl: string | undefined; stripe: StripeStandIn | null }

function settings(options: StartOptions, found: Found): NodeJS.ProcessEnv {
  return {
    ...options.env,
    ...found.stripe?.settings,
    NODE_ENV: options.mode,
    PORT: String(found.port),
    DATA_DIR: resolve(options.dataDir),
    APP_SECRET: found.appSecret,
    DATABASE_URL: found.databaseUrl,
  }
}
