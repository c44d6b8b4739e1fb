import type { Clock } from '../core/clock.ts'
import type { DeliveryEngine } from '../core/deliveries.ts'
import { nextId } from '../core/ids.ts'
import type { StripeState, WebhookTarget } from './state.ts'

/** The API version of the pinned SDK, the only one spoken here. */
export const API_VERSION = '2026-10-28.endive'

/** Who caused what happens now: an API call, or nobody when a person uses a hosted page. */
export type Cause = { requestId: string | null; idempotencyKey: string | null }

/** Everything the parts of the emulator share. */
export type Emulator = {
  state: StripeState
  clock: Clock
  publicUrl: string
  secretKey: string
  /** Targets from the configuration; those made by the API are in the state. */
  configuredTargets: WebhookTarget[]
  engine: DeliveryEngine
  cause: Cause
  changed(): void
}

/** Makes an id with the emulator's seed. */
export function newId(emulator: Emulator, prefix: string, length = 24): string {
  return nextId(emulator.state.ids, prefix, length)
}
