import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { keepRunning, type KeptProgram } from './keep-running.ts'

/** What the application must know of the emulator to take it for Stripe. */
export interface StripeStandIn {
  /** Settings for web and worker. */
  settings: Record<string, string>
  start(): KeptProgram
}

/**
 * With no Stripe key, payments go to a local stand-in that speaks Stripe's protocol; no money moves. It keeps its own
 * books in the data folder, so that orders of yesterday can be refunded today.
 *
 * @param port the web's port; the emulator takes the next one
 */
export function stripeStandIn(input: { dataDir: string; appSecret: string; port: number; env: NodeJS.ProcessEnv }): StripeStandIn | null {
  if (input.env.STRIPE_SECRET_KEY) return null

  const secret = (name: string) => `whsec_${createHmac('sha256', input.appSecret).update(`stripe emulator ${name}`).digest('hex').slice(0, 32)}`
  const [platform, connect] = [secret('platform'), secret('connect')]
  const port = Number(input.env.STRIPE_EMULATOR_PORT ?? input.port + 1)
  const url = `http://127.0.0.1:${port}`
  const hook = (path: string, use: { secret: string; connect: boolean; thin: boolean }) => ({ url: `http://127.0.0.1:${input.port}/api/webhooks/${path}`, ...use })
  const settings = {
    STRIPE_SECRET_KEY: 'sk_test_emulator',
    STRIPE_WEBHOOK_SECRET: platform,
    STRIPE_CONNECT_WEBHOOK_SECRET: connect,
    STRIPE_API_URL: url,
    STRIPE_CHECKOUT_ORIGIN: url,
  }
  const webhooks = [
    hook('stripe', { secret: platform, connect: false, thin: false }),
    hook('stripe-connect', { secret: connect, connect: true, thin: false }),
    hook('stripe-connect', { secret: connect, connect: false, thin: true }),
  ]
  return {
    settings,
    start: () =>
      keepRunning('stripe emulator', ['--disable-warning=ExperimentalWarning', 'emulators/stripe/main.ts'], {
        PATH: input.env.PATH,
        STRIPE_EMULATOR_RETRY_SECONDS: input.env.STRIPE_EMULATOR_RETRY_SECONDS,
        STRIPE_EMULATOR_STATE: join(input.dataDir, 'emulators', 'stripe.json'),
        STRIPE_EMULATOR_WEBHOOKS: JSON.stringify(webhooks),
        STRIPE_SECRET_KEY: settings.STRIPE_SECRET_KEY,
        PUBLIC_URL: url,
        PORT: String(port),
      }),
  }
}
