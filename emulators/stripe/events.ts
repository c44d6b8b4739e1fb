import type { Delivery, Signing } from '../core/deliveries.ts'
import type { Emulator } from './emulator.ts'
import { API_VERSION, newId } from './emulator.ts'
import { signatureHeader } from './signature.ts'
import type { StoredEvent, WebhookTarget } from './state.ts'

const SKEWED_SECRET = 'whsec_of_somebody_else'

/**
 * Records that something happened to a v1 object of the platform and tells the endpoints.
 * @param previous what changed, with the old values, as in `data.previous_attributes`
 */
export function emit(
  emulator: Emulator,
  type: string,
  object: { id?: string },
  previous: Record<string, unknown> | null = null,
): StoredEvent {
  return record(emulator, { type, isThin: false, object: structuredClone(object), previous, account: null, related: null, data: null })
}

/** Records a change of a connected account itself; the endpoints for connected accounts are told. */
export function emitAccountUpdated(emulator: Emulator, account: { id: string }, previous: Record<string, unknown>): StoredEvent {
  return record(emulator, {
    type: 'account.updated', isThin: false, object: structuredClone(account), previous, account: account.id, related: null, data: null,
  })
}

/**
 * Records a thin event: it names a v2 object and says nothing about it.
 * @param data what only `GET /v2/core/events/{id}` shows
 */
export function emitThin(
  emulator: Emulator,
  type: string,
  related: StoredEvent['related'],
  data: Record<string, unknown> | null = null,
): StoredEvent {
  return record(emulator, { type, isThin: true, object: null, previous: null, account: null, related, data })
}

function record(
  emulator: Emulator,
  what: Pick<StoredEvent, 'type' | 'isThin' | 'object' | 'previous' | 'account' | 'related' | 'data'>,
): StoredEvent {
  const event: StoredEvent = {
    ...what,
    id: newId(emulator, what.isThin ? 'evt_test_' : 'evt_'),
    created: emulator.clock.now(),
    createdMs: emulator.clock.nowMs(),
    requestId: emulator.cause.requestId,
    idempotencyKey: emulator.cause.idempotencyKey,
  }
  emulator.state.events[event.id] = event
  for (const target of targetsFor(emulator, event)) emulator.engine.enqueue(event.id, event.type, target)
  emulator.changed()
  return event
}

/** Every target, configured or made by the API. */
export function allTargets(emulator: Emulator): WebhookTarget[] {
  return [...emulator.configuredTargets, ...Object.values(emulator.state.endpoints)]
}

/** The targets that a given event goes to. */
export function targetsFor(emulator: Emulator, event: StoredEvent): WebhookTarget[] {
  return allTargets(emulator).filter((target) => {
    if (!target.isEnabled || target.thin !== event.isThin) return false
    if (!event.isThin && target.connect !== (event.account !== null)) return false
    return target.enabledEvents.includes('*') || target.enabledEvents.includes(event.type)
  })
}

/** Writes and signs the body for one try. The signature carries the time of sending, not of the event. */
export function composeDelivery(emulator: Emulator, delivery: Delivery, signing: Signing) {
  const event = emulator.state.events[delivery.eventId]
  const target = allTargets(emulator).find((one) => one.id === delivery.targetId)
  if (!event || !target) return null

  const body = JSON.stringify(event.isThin ? thinEvent(event) : snapshotEvent(emulator, event), null, 2)
  const secret = signing.isForged ? SKEWED_SECRET : target.secret
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'stripe-signature': signatureHeader(body, secret, emulator.clock.now() - signing.ageSeconds),
    },
  }
}

/** An event in the shape of v1, with the object as it was then. */
export function snapshotEvent(emulator: Emulator, event: StoredEvent) {
  const waiting = emulator.state.deliveries.filter((one) => one.eventId === event.id && isWaiting(one))
  return {
    id: event.id,
    object: 'event',
    ...(event.account ? { account: event.account } : {}),
    api_version: API_VERSION,
    created: event.created,
    data: { object: event.object, ...(event.previous ? { previous_attributes: event.previous } : {}) },
    livemode: false,
    pending_webhooks: waiting.length,
    request: { id: event.requestId, idempotency_key: event.idempotencyKey },
    type: event.type,
  }
}

/** A thin event as it is delivered; `withData` adds what a fetch of it shows. */
export function thinEvent(event: StoredEvent, withData = false) {
  return {
    id: event.id,
    object: 'v2.core.event',
    created: new Date(event.createdMs).toISOString(),
    livemode: false,
    type: event.type,
    ...(event.requestId
      ? { reason: { type: 'request', request: { id: event.requestId, idempotency_key: event.idempotencyKey ?? '' } } }
      : {}),
    ...(event.related ? { related_object: event.related } : {}),
    ...(withData && event.data ? { data: event.data } : {}),
  }
}

/** Whether every endpoint that should know of the event was reached: what `delivery_success` asks. */
export function isDelivered(emulator: Emulator, event: StoredEvent): boolean {
  const own = emulator.state.deliveries.filter((one) => one.eventId === event.id)
  const targets = new Set(own.map((one) => one.targetId))
  return [...targets].every((id) => own.some((one) => one.targetId === id && one.status === 'succeeded'))
}

function isWaiting(delivery: Delivery): boolean {
  return delivery.status === 'pending' || delivery.status === 'held'
}
