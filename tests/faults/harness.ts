import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { freePort } from '../../src/platform/db/free-port.ts'
import { nobodysServer } from '../support/test-app.ts'
import { buildOnce } from './build-once.ts'
import { startProgram, type Program, type WebProgram } from './programs.ts'

/** The ground of a fault test: programs on one database, with settings that one may change from start to start. */
export interface FaultGround {
  /** Starts the built web process; resolves when it listens. The port stays the same for all of a test. */
  startWeb(environment?: Record<string, string>): Promise<WebProgram>
  /** Starts the built worker; resolves when it works. */
  startWorker(environment?: Record<string, string>): Promise<Program>
  /** Starts the Stripe emulator as its own process, sending its webhooks to the web process. */
  startStripe(environment?: Record<string, string>): Promise<WebProgram>
  /** The fail points that were reached, one entry each time. */
  reached(): string[]
  /** Where the web process takes a provider's webhooks, whether it runs yet or not. */
  webhookUrl(provider: string): string
  /** What every program is told. */
  environment: NodeJS.ProcessEnv
  /** What signs webhooks towards these programs. */
  secrets: { platform: string; connect: string }
}

/** Where the programs' database is. */
export interface GroundDatabase {
  databaseUrl: string
  appSecret: string
}

const secrets = { platform: 'whsec_of_the_platform', connect: 'whsec_of_connect' }
/** Programs of ours start and die in every test; on a busy machine that takes its time. */
const testTimeoutMs = 180_000

/**
 * Gives a test file programs that it may kill. Each test has a folder, a port and a list of reached fail points of its
 * own; what still runs after it is killed.
 *
 * @param database where the programs connect to
 * @param settings `isForAll` keeps folder and programs for all tests of the file: starting them takes seconds
 * @example
 * const ground = useFaultGround(() => database().source)
 * const web = await ground().startWeb({ COVE_FAILPOINT: 'between-commit-and-answer' })
 */
export function useFaultGround(database: () => GroundDatabase, { isForAll = false } = {}): () => FaultGround {
  vi.setConfig({ testTimeout: testTimeoutMs })
  let made: (FaultGround & { clear(): Promise<void> }) | null = null
  beforeAll(buildOnce, 240_000)
  afterEach(async () => {
    if (isForAll) return
    await made?.clear()
    made = null
  })
  afterAll(async () => made?.clear())
  let ports: { web: number; stripe: number } | null = null
  beforeAll(async () => {
    ports = { web: await freePort(), stripe: await freePort() }
  })
  return () => {
    if (!ports) throw new Error('the ground is there only while tests run')
    return (made ??= makeGround(database(), ports))
  }
}

function makeGround({ databaseUrl, appSecret }: GroundDatabase, ports: { web: number; stripe: number }): FaultGround & { clear(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'coursecove-faults-'))
  const reachedFile = join(folder, 'reached')
  const programs: Program[] = []
  const webUrl = `http://127.0.0.1:${ports.web}`
  const common: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    DNS_SERVERS: nobodysServer,
    LOG_LEVEL: 'info',
    PORT: String(ports.web),
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    APP_SECRET: appSecret,
    STRIPE_SECRET_KEY: 'sk_test_emulator',
    STRIPE_API_URL: `http://127.0.0.1:${ports.stripe}`,
    STRIPE_WEBHOOK_SECRET: secrets.platform,
    STRIPE_CONNECT_WEBHOOK_SECRET: secrets.connect,
    COVE_FAILPOINT_FILE: reachedFile,
  }
  const start = async (name: string, file: string, environment: Record<string, string>, isUp: RegExp): Promise<Program> => {
    const program = await startProgram(name, file, { ...common, ...environment }, isUp)
    programs.push(program)
    return program
  }

  return {
    secrets,
    environment: common,
    webhookUrl: (provider) => `${webUrl}/api/webhooks/${provider}`,
    startWeb: async (environment = {}) => ({ ...(await start('web', 'build/server/server.js', environment, /web is listening/)), url: webUrl }),
    startWorker: (environment = {}) => start('worker', 'build/server/worker.js', environment, /worker is running/),
    async startStripe(environment = {}) {
      const hook = (path: string, rest: object) => ({ url: `${webUrl}/api/webhooks/${path}`, ...rest })
      const webhooks = [
        hook('stripe', { secret: secrets.platform }),
        hook('stripe-connect', { secret: secrets.connect, connect: true }),
        hook('stripe-connect', { secret: secrets.connect, thin: true }),
      ]
      const settings = { PORT: String(ports.stripe), STRIPE_EMULATOR_STATE: join(folder, 'stripe.json'), STRIPE_EMULATOR_RETRY_SECONDS: '0.5,1,1,2,2,4', STRIPE_EMULATOR_WEBHOOKS: JSON.stringify(webhooks) }
      return { ...(await start('stripe', 'emulators/stripe/main.ts', { ...settings, ...environment }, /listening on/)), url: `http://127.0.0.1:${ports.stripe}` }
    },
    reached: () => (existsSync(reachedFile) ? readFileSync(reachedFile, 'utf8').split('\n').filter(Boolean) : []),
    async clear() {
      await Promise.all(programs.map((program) => program.kill()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
