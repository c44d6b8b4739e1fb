import { rmSync } from 'node:fs'
import { startInstallation } from '../../bin/parts/start-installation.ts'
import { freePort } from '../../src/platform/db/free-port.ts'
import { elsewhereSettings } from './elsewhere-steps.ts'
import { makeDataDir } from './make-data-dir.ts'

/**
 * Starts the whole installation as `npm start` does, on an empty folder and free ports, for all journeys of a run.
 * The journeys find it by `COVE_JOURNEY_URL` and `COVE_JOURNEY_DATA`.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Whoever writes a journey may run it against an installation that is up already.
  if (process.env.COVE_JOURNEY_URL) return undefined

  const dataDir = makeDataDir('coursecove-journeys-')
  const [port, stripePort, dnsPort, oidcPort] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const env = { ...process.env, PORT: String(port), STRIPE_EMULATOR_PORT: String(stripePort), LOG_LEVEL: 'warn', STRIPE_EMULATOR_RETRY_SECONDS: '1,1,2,4', DNS_SERVERS: `127.0.0.1:${dnsPort}`, ...elsewhereSettings(`http://127.0.0.1:${oidcPort}`) }
  const installation = await startInstallation({ dataDir, env, mode: 'production', say: (step) => console.log(`→ ${step}`) })
  process.env.COVE_JOURNEY_URL = installation.url
  process.env.COVE_JOURNEY_DATA = dataDir
  // A journey that needs a name server starts one there.
  process.env.COVE_JOURNEY_DNS_PORT = String(dnsPort)
  // Nor does a provider of accounts answer before a journey starts one.
  process.env.COVE_JOURNEY_OIDC_PORT = String(oidcPort)
  process.env.COVE_JOURNEY_STRIPE = `http://127.0.0.1:${stripePort}`
  return async () => {
    await installation.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
