import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findEndpoint } from '../endpoints/endpoints.queries.ts'
import { EndpointIsOff } from '../errors.ts'
import { testFact } from '../facts.schema.ts'
import { insertDelivery } from './deliveries.queries.ts'
import { beginAgain, beginMissedAgain } from './send-again.queries.ts'
import { againMax } from './send-again.schema.ts'

/**
 * Sends a delivery again under the same id, by the whole schedule; also one that got through.
 *
 * @throws NotFound, NotAllowed
 * @throws EndpointIsOff
 */
export async function sendAgain(ctx: TenantCtx, { endpointId, deliveryId }: { endpointId: string; deliveryId: string }): Promise<void> {
  await toEndpoint(ctx, endpointId, async (tx) => {
    if (!(await beginAgain(tx, ctx.organizationId, endpointId, deliveryId))) throw new NotFound(`no delivery ${deliveryId}`)
  })
}

/**
 * Sends again what failed or was held in the last so many hours, at most `againMax` at once, the oldest first.
 *
 * @returns how many
 * @throws NotFound, NotAllowed
 * @throws EndpointIsOff
 */
export async function sendMissedAgain(ctx: TenantCtx, { endpointId, hours }: { endpointId: string; hours: number }): Promise<number> {
  return toEndpoint(ctx, endpointId, (tx) => beginMissedAgain(tx, ctx.organizationId, endpointId, { hours, limit: againMax }))
}

/**
 * Sends a test to the endpoint, like any other fact.
 *
 * @returns the delivery's id
 * @throws NotFound, NotAllowed
 * @throws EndpointIsOff
 */
export async function sendTest(ctx: TenantCtx, endpointId: string): Promise<string> {
  const id = ctx.ids.next()
  await toEndpoint(ctx, endpointId, (tx) =>
    insertDelivery(tx, ctx.organizationId, {
      id, endpointId, eventId: null, type: testFact, payload: { note: 'A test, sent by hand. Nothing happened in the school.' }, occurredAt: ctx.clock.now(), status: 'pending',
    }))
  return id
}

async function toEndpoint<T>(ctx: TenantCtx, endpointId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    const endpoint = await findEndpoint(tx, ctx.organizationId, endpointId)
    if (!endpoint) throw new NotFound(`no endpoint ${endpointId}`)
    if (endpoint.state !== 'on') throw new EndpointIsOff()

    return work(tx)
  })
}
