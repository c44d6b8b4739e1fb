import type { SystemCtx } from '#platform/ctx.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { insertDelivery } from '../deliveries/deliveries.queries.ts'
import { factPayloads, type FactName } from '../facts.schema.ts'
import { selectListeners } from './sending.queries.ts'

/**
 * Hears a fact and writes one delivery for each endpoint of the school that wants it. What happens while an endpoint
 * fails too long to be on is held for it; one that is off or gone is told nothing.
 *
 * @param fact what is told; only what its schema names leaves the school
 * @example
 * 'order.paid': [openEnrolmentOnPayment, sendReceiptOnPayment, tellEndpoints('order.paid')]
 */
export function tellEndpoints(fact: FactName): Subscriber<SystemCtx> {
  return {
    name: 'webhooks.tell-endpoints',
    async hear(ctx, tx, event) {
      const payload = factPayloads[fact].parse(event.payload)
      for (const { id: endpointId, state } of await selectListeners(tx, event.organizationId, fact)) {
        await insertDelivery(tx, event.organizationId, {
          id: ctx.ids.next(), endpointId, eventId: event.id, type: fact, payload, occurredAt: event.occurredAt, status: state === 'on' ? 'pending' : 'held',
        })
      }
    },
  }
}
