import type { DeliveryLine, Endpoint, EndpointCounts, Try } from '#modules/webhooks/index.ts'

/** An endpoint as a page is told of it: instants as text. `standing` is its state, or `trouble` while it is on and fails. */
export function endpointView(endpoint: Endpoint & EndpointCounts) {
  const { overlapUntil, failingSince, createdAt, ...rest } = endpoint
  return {
    ...rest,
    standing: rest.state === 'on' && failingSince ? 'trouble' : rest.state,
    overlapUntil: overlapUntil?.toISOString() ?? null,
    failingSince: failingSince?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
export type EndpointView = ReturnType<typeof endpointView>

/** A line of the log as a page is told of it. */
export function deliveryView(delivery: DeliveryLine) {
  const { id, type, status, tries, lastOutcome, lastStatus } = delivery
  return { id, type, status, tries, lastOutcome, lastStatus, occurredAt: delivery.occurredAt.toISOString(), createdAt: delivery.createdAt.toISOString(), nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null }
}
export type DeliveryView = ReturnType<typeof deliveryView>

/** A try as a page is told of it. */
export function tryView({ createdAt, ...rest }: Try) {
  return { ...rest, createdAt: createdAt.toISOString() }
}
export type TryView = ReturnType<typeof tryView>
