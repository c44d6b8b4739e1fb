import { createHash } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import type { DeliveryEngine } from '../core/deliveries.ts'
import type { RateLimits } from './rate-limit.ts'
import type { ClerkState } from './state.ts'
import type { SigningKeys } from './signing-keys.ts'

/** The API version of the pinned SDK, the only one spoken here. */
export const API_VERSION = '2026-05-12'

export type WebhookTarget = {
  id: string
  url: string
  /** The secret, and during a rotation the one before it. */
  secrets: readonly string[]
  /** The event types it asked for; all when absent. */
  types?: readonly string[] | undefined
}

export type Role = { name: string; permissions: readonly string[] }

/** What was chosen at the start and does not change. */
export type Settings = {
  secretKey: string
  /** How long a session token is good for. */
  tokenSeconds: number
  tokenVersion: 1 | 2
  /** What is written into `timestamp` of an event. */
  eventTime: 'milliseconds' | 'seconds'
  /** The domain of the cookies, without a dot in front; null for the portal's own host. */
  cookieDomain: string | null
  /** Where a person may be sent back to, besides the origins under the cookie domain. */
  allowedOrigins: readonly string[]
  /** Whether who has no organization waits in a pending session until one is chosen. */
  isOrganizationForced: boolean
  /** For organizations that ask for none; 0 is no limit. */
  maxAllowedMemberships: number
  roles: Readonly<Record<string, Role>>
}

/** Who caused what happens now, for `event_attributes`. */
export type Cause = { clientIp: string; userAgent: string }

/** Everything the parts of the emulator share. */
export type Emulator = {
  state: ClerkState
  clock: Clock
  publicUrl: string
  /** Who makes the tokens, and whose host is in the publishable key: the Frontend API as the world knows it. */
  issuer: string
  settings: Settings
  keys: SigningKeys
  targets: readonly WebhookTarget[]
  engine: DeliveryEngine
  limits: RateLimits
  cause: Cause
  changed(): void
}

const ALPHABET = Buffer.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
const LENGTH = 27

/**
 * Makes an id like Clerk's: 27 characters after the prefix. The same seed gives the same ids in the
 * same order; a hundred thousand take a fraction of a second.
 */
export function newId(state: ClerkState, prefix: string): string {
  state.ids.count += 1
  const digest = createHash('sha256').update(`${state.ids.seed}:${state.ids.count}:${prefix}`).digest()
  const id = Buffer.allocUnsafe(prefix.length + LENGTH)
  id.write(prefix, 'latin1')
  for (let index = 0; index < LENGTH; index += 1) id[prefix.length + index] = ALPHABET[(digest[index] ?? 0) % 62] ?? 0
  // One piece of text rather than thirty joined ones, which would take several times the memory.
  return id.toString('latin1')
}

/** Milliseconds since 1970 on the emulator's clock. */
export function nowMs(emulator: Emulator): number {
  return Math.round(emulator.clock.nowMs())
}

/**
 * Seconds since 1970 on the machine's own clock. Tokens and signatures carry it, wound or not: who
 * checks them looks at the machine's clock, and refuses what comes from the future.
 */
export function machineSeconds(emulator: Emulator): number {
  return Math.floor(emulator.clock.nowMs() / 1000 - emulator.clock.offsetSeconds())
}
