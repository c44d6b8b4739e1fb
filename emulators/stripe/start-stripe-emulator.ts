import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Clock } from '../core/clock.ts'
import { createClock } from '../core/clock.ts'
import { createDeliveries } from '../core/deliveries.ts'
import type { FaultsWish } from '../core/faults.ts'
import { faultsSchema } from '../core/faults.ts'
import { serve } from '../core/serve.ts'
import { openStateFile, readStateFile } from '../core/state-file.ts'
import { accountRoutes } from './accounts.ts'
import { serveApi } from './api.ts'
import { checkoutSessionRoutes, expireDueSessions } from './checkout-sessions.ts'
import { serveControl } from './control.ts'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import { composeDelivery } from './events.ts'
import { forgetOld } from './forget-old.ts'
import { serveHostedCheckout } from './hosted-checkout.ts'
import { serveHostedOnboarding } from './hosted-onboarding.ts'
import { ledgerBalances } from './ledger.ts'
import { applicationFeeRoutes, balanceRoutes, paymentRoutes, transferRoutes } from './payments-read.ts'
import { refundRoutes } from './refunds.ts'
import { serialiseState } from './serialise-state.ts'
import { emptyState, readState } from './state.ts'
import { eventRoutes, webhookEndpointRoutes } from './webhook-endpoints.ts'

export type StripeEmulatorOptions = {
  /** 0 takes any free port. */
  port?: number | undefined
  host?: string | undefined
  secretKey?: string | undefined
  /** Where people reach the hosted pages. */
  publicUrl?: string | undefined
  webhooks?: readonly { url: string; secret: string; connect?: boolean; thin?: boolean }[] | undefined
  /** File to keep the state in; memory only without it. */
  statePath?: string | undefined
  /** Seconds between tries to deliver; see RETRY_SECONDS. */
  retrySeconds?: readonly number[] | undefined
  /** Makes ids repeatable; by chance without it. */
  seed?: string | undefined
  /** How long a receiver may take, in real milliseconds. */
  webhookTimeoutMs?: number | undefined
}

export type StripeEmulator = {
  url: string
  port: number
  secretKey: string
  clock: Clock
  /** Everything it knows, to read. */
  state: () => Emulator['state']
  /** What each ledger account holds, in minor units by currency. */
  balances: () => Record<string, Record<string, number>>
  /** Replaces all faults; `{}` clears them. */
  setFaults: (faults: FaultsWish) => void
  /** Waits until no delivery is under way. */
  settled: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Stripe says it tries for up to three days with growing pauses and publishes no table. This one:
 * 5 s, 1 min, 5 min, 30 min, 2 h, 5 h, 10 h, then 12 h four times; 66 hours in all.
 */
export const RETRY_SECONDS = [5, 60, 300, 1800, 7200, 18_000, 36_000, 43_200, 43_200, 43_200, 43_200] as const

/**
 * Starts a local Stripe.
 * @throws when the port is taken or the state file is damaged
 * @example const stripe = await startStripeEmulator({ port: 0 })
 */
export async function startStripeEmulator(options: StripeEmulatorOptions = {}): Promise<StripeEmulator> {
  const emulator = createEmulator(options)
  const file = openStateFile(options.statePath ?? null, () => {
    emulator.state.clockOffsetSeconds = emulator.clock.offsetSeconds()
    return serialiseState(emulator.state)
  })
  emulator.changed = () => file.changed()
  emulator.clock.onAdvance(() => {
    expireDueSessions(emulator)
    emulator.changed()
  })

  const app = buildApp(emulator, () => {
    forgetOld(emulator)
    file.flush()
  })
  const host = options.host ?? '127.0.0.1'
  const server = await serve((request) => app.fetch(request), host, options.port ?? 12111)
  const url = `http://${host}:${server.port}`
  emulator.publicUrl = (options.publicUrl ?? url).replace(/\/$/, '')
  const sweep = setInterval(() => expireDueSessions(emulator), 20_000)
  sweep.unref()
  emulator.engine.pump()

  return {
    url, port: server.port, secretKey: emulator.secretKey, clock: emulator.clock,
    state: () => emulator.state,
    balances: () => ledgerBalances(emulator.state),
    setFaults: (faults) => {
      emulator.state.faults = faultsSchema.parse(faults)
      emulator.changed()
    },
    settled: () => emulator.engine.settled(),
    close: async () => {
      clearInterval(sweep)
      await server.close()
      await emulator.engine.stop()
      file.close()
    },
  }
}

function createEmulator(options: StripeEmulatorOptions): Emulator {
  const clock = createClock()
  const saved = options.statePath ? readStateFile(options.statePath) : null
  const state = saved === null ? emptyState(freshSeed(options)) : readState(saved)
  clock.restore(state.clockOffsetSeconds)
  const configuredTargets = (options.webhooks ?? []).map((target, index) => ({
    id: `configured_${index + 1}_${target.url}`, url: target.url, secret: target.secret, connect: target.connect ?? false,
    thin: target.thin ?? false, enabledEvents: ['*'], isEnabled: true,
  }))
  const engine = createDeliveries({
    clock, retrySeconds: options.retrySeconds ?? RETRY_SECONDS, timeoutMs: options.webhookTimeoutMs ?? 10_000,
    deliveries: () => emulator.state.deliveries,
    faults: () => emulator.state.faults,
    newId: () => newId(emulator, 'dlv_'),
    compose: (delivery, signing) => composeDelivery(emulator, delivery, signing),
    changed: () => emulator.changed(),
  })
  const emulator: Emulator = {
    state, clock, engine, configuredTargets, publicUrl: '', secretKey: options.secretKey ?? 'sk_test_emulator',
    cause: { requestId: null, idempotencyKey: null }, changed: () => undefined,
  }
  return emulator
}

function buildApp(emulator: Emulator, flush: () => void): Hono {
  const app = new Hono()
  app.use(async (_context, next) => {
    expireDueSessions(emulator)
    await next()
  })
  serveHostedCheckout(app, emulator, flush)
  serveHostedOnboarding(app, emulator, flush)
  serveControl(app, emulator, flush, () => {
    emulator.state = emptyState(freshSeed({}))
    emulator.clock.restore(0)
    emulator.changed()
  })
  serveApi(app, emulator, [
    ...checkoutSessionRoutes, ...paymentRoutes, ...refundRoutes, ...transferRoutes, ...applicationFeeRoutes,
    ...balanceRoutes, ...eventRoutes, ...webhookEndpointRoutes, ...accountRoutes,
  ], flush)
  return app
}

/** After a reset ids must differ from those before: receivers remember event ids. */
function freshSeed(options: StripeEmulatorOptions): string {
  return options.seed ?? randomBytes(12).toString('hex')
}
