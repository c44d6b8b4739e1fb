import { rmSync } from 'node:fs'
import { startInstallation } from '../../bin/parts/start-installation.ts'
import { startClerkEmulator, type ClerkEmulator } from '../../emulators/clerk/start-clerk-emulator.ts'
import { freePort } from '../../src/platform/db/free-port.ts'
import { makeDataDir } from './make-data-dir.ts'

/** The whole installation with Clerk as identity provider, and the Clerk that it speaks to. */
export interface ClerkInstallation {
  url: string
  emulator: ClerkEmulator
  dataDir: string
  stop(): Promise<void>
}

/** How this installation differs. */
export interface ClerkInstallationOptions {
  kind: 'development' | 'live'
  /** Short ones, so that a journey sees them renewed several times. */
  tokenSeconds: number
  /** Whether Clerk's webhooks come to us; without them people and schools come by their first request. */
  withWebhooks: boolean
  port?: number
  say?: (step: string) => void
}

/**
 * Starts everything as `npm start` does, with the settings that lead to an emulator of Clerk's. Its Frontend API stands
 * on a host of its own: under our domain for a live instance, as Clerk wants it; for a development instance the key
 * names a host of Clerk's, and the emulator stands in as its proxy.
 */
export async function startClerkInstallation(options: ClerkInstallationOptions): Promise<ClerkInstallation> {
  const dataDir = makeDataDir('coursecove-clerk-')
  const [port, stripePort] = [options.port ?? (await freePort()), await freePort()]
  const secret = `whsec_${Buffer.from('a secret of the journeys, for webhooks').toString('base64')}`
  const emulator = await startClerkEmulator({
    port: 0, publicUrl: 'http://clerk.coursecove.localhost:{port}', cookieDomain: 'coursecove.localhost', tokenSeconds: options.tokenSeconds, rateLimit: 0, userRateLimit: 0,
    ...(options.kind === 'live' ? { secretKey: 'sk_live_emulator' } : { frontendHost: 'local-heron-1.clerk.accounts.dev' }),
    ...(options.withWebhooks ? { webhooks: [{ url: `http://127.0.0.1:${port}/api/webhooks/clerk`, secret }] } : {}),
  })
  const env = {
    ...process.env, PORT: String(port), STRIPE_EMULATOR_PORT: String(stripePort), LOG_LEVEL: 'warn',
    CLERK_SECRET_KEY: emulator.secretKey, NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: emulator.connection.CLERK_PUBLISHABLE_KEY, CLERK_JWT_KEY: emulator.connection.CLERK_JWT_KEY,
    CLERK_API_URL: emulator.url, NEXT_PUBLIC_CLERK_PROXY_URL: emulator.connection.CLERK_PROXY_URL, ...(options.withWebhooks ? { CLERK_WEBHOOK_SECRET: secret } : {}),
  }
  try {
    const installation = await startInstallation({ dataDir, env, mode: 'production', say: options.say ?? (() => {}) })
    return { url: installation.url, emulator, dataDir, stop: async () => {
      await installation.stop()
      await emulator.close()
      rmSync(dataDir, { recursive: true, force: true })
    } }
  } catch (fault) {
    await emulator.close()
    throw fault
  }
}
