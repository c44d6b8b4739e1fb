import type { Delivery, Signing } from '../core/deliveries.ts'
import type { Emulator, WebhookTarget } from './emulator.ts'
import { machineSeconds, newId, nowMs } from './emulator.ts'
import { svixSignature } from './signature.ts'
import type { StoredEvent } from './state.ts'

const SOMEBODY_ELSES_SECRET = `whsec_${Buffer.from('the secret of somebody else').toString('base64')}`
const KEPT_EVENTS = 1000

/** What this emulator sends by itself. */
export type EventType =
  | `user.${'created' | 'updated' | 'deleted'}`
  | `organization.${'created' | 'updated' | 'deleted'}`
  | `organizationMembership.${'created' | 'updated' | 'deleted'}`
  | `organizationInvitation.${'created' | 'accepted' | 'revoked'}`
  | `session.${'created' | 'pending' | 'ended' | 'removed' | 'revoked'}`

/** Records that something happened and tells the endpoints. @param data the object as it is now */
export function emit(emulator: Emulator, type: EventType, data: unknown): StoredEvent {
  return send(emulator, type, data)
}

/**
 * Sends an event of any type, such as the ones that a dashboard makes up for a test.
 * @param timestamp what the envelope says, as it is; the time on the emulator's clock without it
 */
export function send(emulator: Emulator, type: string, data: unknown, timestamp?: number): StoredEvent {
  const { clientIp, userAgent } = emulator.cause
  const createdMs = nowMs(emulator)
  const own = emulator.settings.eventTime === 'seconds' ? Math.floor(createdMs / 1000) : createdMs
  const event: StoredEvent = {
    id: newId(emulator.state, 'msg_'), type, createdMs,
    body: JSON.stringify({
      data, event_attributes: { http_request: { client_ip: clientIp, user_agent: userAgent } },
      instance_id: emulator.state.instanceId, object: 'event', timestamp: timestamp ?? own, type,
    }),
  }
  forgetOld(emulator)
  emulator.state.events.set(event.id, event)
  for (const target of targetsFor(emulator, event)) emulator.engine.enqueue(event.id, type, target)
  emulator.changed()
  return event
}

/** The targets that a given event goes to. */
export function targetsFor(emulator: Emulator, event: StoredEvent): readonly WebhookTarget[] {
  return emulator.targets.filter((target) => !target.types || target.types.includes(event.type))
}

/** Signs the body for one try. The id stays the same over all tries; the time is that of the try. */
export function composeDelivery(emulator: Emulator, delivery: Delivery, signing: Signing) {
  const event = emulator.state.events.get(delivery.eventId)
  const target = emulator.targets.find((one) => one.id === delivery.targetId)
  if (!event || !target) return null

  const at = machineSeconds(emulator) - signing.ageSeconds
  const secrets = signing.isForged ? [SOMEBODY_ELSES_SECRET] : target.secrets
  return {
    body: event.body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Svix-Webhooks/1.0 (https://www.svix.com/http-sender/)',
      'svix-id': event.id, 'svix-timestamp': String(at), 'svix-signature': svixSignature({ id: event.id, body: event.body, at }, secrets),
    },
  }
}

/** Lets go of old events in heaps, so that one event costs no look at all the deliveries. */
function forgetOld({ state }: Emulator): void {
  if (state.events.size < 2 * KEPT_EVENTS || state.events.size % KEPT_EVENTS !== 0) return
  const needed = new Set(state.deliveries.flatMap((one) => (one.nextAttemptAt === null ? [] : [one.eventId])))
  for (const id of state.events.keys()) {
    if (state.events.size <= KEPT_EVENTS) break
    if (!needed.has(id)) state.events.delete(id)
  }
}
