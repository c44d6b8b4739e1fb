import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Clock } from '../core/clock.ts'
import { createClock } from '../core/clock.ts'
import { createDeliveries } from '../core/deliveries.ts'
import type { FaultsWish } from '../core/faults.ts'
import { faultsSchema } from '../core/faults.ts'
import { serve } from '../core/serve.ts'
import { openStateFile, readStateFile } from '../core/state-file.ts'
import { serveApi } from './api.ts'
import { bulkLoad, loadSchema } from './bulk-load.ts'
import { connection, serveControl } from './control.ts'
import { emailAddressRoutes } from './email-addresses.ts'
import type { Emulator, Role, Settings } from './emulator.ts'
import { newId } from './emulator.ts'
import { composeDelivery } from './events.ts'
import { serveFrontendApi } from './frontend/frontend-api.ts'
import { handshakeRoutes } from './frontend/handshake.ts'
import { invitationRoutes } from './invitations.ts'
import { jwksRoutes } from './jwks.ts'
import { listUserRoutes } from './list-users.ts'
import { membershipRoutes } from './membership-routes.ts'
import { organizationRoutes } from './organizations.ts'
import { servePortal } from './portal.ts'
import { createRateLimits } from './rate-limit.ts'
import { DEFAULT_ROLES } from './roles.ts'
import { readState, serialiseState } from './save-state.ts'
import { sessionRoutes } from './sessions.ts'
import { signInTokenRoutes } from './sign-in-tokens.ts'
import { generatePrivateKey, openSigningKeys } from './signing-keys.ts'
import type { ClerkState } from './state.ts'
import { emptyState } from './state.ts'
import { userStandingRoutes } from './user-standing.ts'
import { userRoutes } from './users.ts'

export type ClerkEmulatorOptions = Partial<Omit<Settings, 'roles'>> & {
  /** 0 takes any free port. */
  port?: number | undefined
  host?: string | undefined
  /** Where people and browsers reach the portal and the Frontend API. */
  publicUrl?: string | undefined
  /** The Frontend API's host in the publishable key and in tokens, such as `emulator.clerk.accounts.dev`; that of `publicUrl` without it. */
  frontendHost?: string | undefined
  /** The RSA key in PEM; one is made when absent, and kept in the state file. */
  privateKey?: string | undefined
  roles?: Record<string, Role> | undefined
  webhooks?: readonly { url: string; secret: string; previousSecret?: string | undefined; types?: readonly string[] | undefined }[] | undefined
  /** File to keep the state in; memory only without it. */
  statePath?: string | undefined
  /** Seconds between tries to deliver; see RETRY_SECONDS. */
  retrySeconds?: readonly number[] | undefined
  /** How many tries may be under way at once; one after the other, in order, without it. */
  webhookConcurrency?: number | undefined
  /** How long a receiver may take, in real milliseconds. */
  webhookTimeoutMs?: number | undefined
  /** Calls that ten seconds allow; 0 is no limit. */
  rateLimit?: number | undefined
  /** Changes of one person that ten seconds allow; 0 is no limit. */
  userRateLimit?: number | undefined
  /** What an empty state begins with. */
  load?: Parameters<typeof loadSchema.parse>[0]
  /** Makes ids repeatable; by chance without it. */
  seed?: string | undefined
}

export type ClerkEmulator = {
  url: string
  port: number
  secretKey: string
  clock: Clock
  /** What an application needs to be pointed here, by the names of its variables. */
  connection: ReturnType<typeof connection>
  /** Everything it knows, to read. */
  state: () => ClerkState
  /** Replaces all faults; `{}` clears them. */
  setFaults: (faults: FaultsWish) => void
  /** Waits until no delivery is under way. */
  settled: () => Promise<void>
  close: () => Promise<void>
}

/** The schedule of Svix, as it is published: the first retry follows at once, the last after 27 hours and a half. */
export const RETRY_SECONDS = [0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000] as const

/**
 * Starts a local Clerk.
 * @throws when the port is taken, the key is none, or the state file is damaged
 * @example const clerk = await startClerkEmulator({ port: 0, cookieDomain: 'coursecove.localhost' })
 */
export async function startClerkEmulator(options: ClerkEmulatorOptions = {}): Promise<ClerkEmulator> {
  const emulator = createEmulator(options)
  const file = openStateFile(options.statePath ?? null, () => {
    emulator.state.clockOffsetSeconds = emulator.clock.offsetSeconds()
    return serialiseState(emulator.state)
  })
  emulator.changed = () => file.changed()
  emulator.clock.onAdvance(() => emulator.changed())

  const app = buildApp(emulator)
  const host = options.host ?? '127.0.0.1'
  const server = await serve((request) => app.fetch(request), host, options.port ?? 12112)
  const url = `http://${host}:${server.port}`
  emulator.publicUrl = (options.publicUrl ?? url).replace(/\/$/, '').replace('{port}', String(server.port))
  emulator.issuer = options.frontendHost ? `https://${options.frontendHost}` : emulator.publicUrl
  if (options.load && emulator.state.users.size() === 0) bulkLoad(emulator, loadSchema.parse(options.load))
  emulator.changed()
  emulator.engine.pump()

  return {
    url, port: server.port, secretKey: emulator.settings.secretKey, clock: emulator.clock, connection: connection(emulator, url),
    state: () => emulator.state,
    setFaults: (faults) => {
      emulator.state.faults = faultsSchema.parse(faults)
      emulator.changed()
    },
    settled: () => emulator.engine.settled(),
    close: async () => {
      await server.close()
      await emulator.engine.stop()
      file.close()
    },
  }
}

function createEmulator(options: ClerkEmulatorOptions): Emulator {
  const clock = createClock()
  const saved = options.statePath ? readStateFile(options.statePath) : null
  const state = saved === null ? emptyState(freshSeed(options)) : readState(saved)
  clock.restore(state.clockOffsetSeconds)
  nameInstance(state)
  if (!options.privateKey) state.privateKey ??= generatePrivateKey()
  const targets = (options.webhooks ?? []).map(({ url, secret, previousSecret, types }, index) => ({
    id: `configured_${index + 1}_${url}`, url, secrets: previousSecret ? [secret, previousSecret] : [secret], types,
  }))
  const engine = createDeliveries({
    clock, retrySeconds: options.retrySeconds ?? RETRY_SECONDS, timeoutMs: options.webhookTimeoutMs ?? 15_000,
    ...(options.webhookConcurrency ? { concurrency: options.webhookConcurrency } : {}),
    isAborted: (headers) => headers['webhook-delivery'] === 'abort-message',
    deliveries: () => emulator.state.deliveries,
    faults: () => emulator.state.faults,
    newId: () => newId(emulator.state, 'atmpt_'),
    compose: (delivery, signing) => composeDelivery(emulator, delivery, signing),
    changed: () => emulator.changed(),
  })
  const emulator: Emulator = {
    state, clock, engine, targets, publicUrl: '', issuer: '', settings: settingsOf(options),
    keys: openSigningKeys(options.privateKey ?? state.privateKey ?? '', state.instanceId),
    limits: createRateLimits(clock, { perWindow: options.rateLimit ?? 1000, perUser: options.userRateLimit ?? 10 }),
    cause: { clientIp: '127.0.0.1', userAgent: 'clerk-emulator' }, changed: () => undefined,
  }
  return emulator
}

function settingsOf(options: ClerkEmulatorOptions): Settings {
  return {
    secretKey: options.secretKey ?? 'sk_test_emulator', tokenSeconds: options.tokenSeconds ?? 60, tokenVersion: options.tokenVersion ?? 2,
    eventTime: options.eventTime ?? 'milliseconds', cookieDomain: options.cookieDomain ?? null, allowedOrigins: options.allowedOrigins ?? [],
    isOrganizationForced: options.isOrganizationForced ?? false, maxAllowedMemberships: options.maxAllowedMemberships ?? 0,
    roles: { ...DEFAULT_ROLES, ...options.roles },
  }
}

function buildApp(emulator: Emulator): Hono {
  const app = new Hono()
  serveFrontendApi(app, emulator)
  servePortal(app, emulator)
  serveControl(app, emulator, () => {
    const { instanceId, privateKey } = emulator.state
    // Keys outlive a reset: what was configured with them goes on working.
    emulator.state = { ...emptyState(freshSeed({})), instanceId, privateKey }
    emulator.clock.restore(0)
    emulator.changed()
  })
  serveApi(app, emulator, [
    ...listUserRoutes, ...userRoutes, ...userStandingRoutes, ...emailAddressRoutes, ...organizationRoutes, ...membershipRoutes,
    ...invitationRoutes, ...sessionRoutes, ...signInTokenRoutes, ...jwksRoutes, ...handshakeRoutes,
  ])
  return app
}

function nameInstance(state: ClerkState): void {
  if (state.instanceId === '') state.instanceId = newId(state, 'ins_')
}

/** After a reset ids must differ from those before: receivers remember event ids. */
function freshSeed(options: ClerkEmulatorOptions): string {
  return options.seed ?? randomBytes(12).toString('hex')
}
