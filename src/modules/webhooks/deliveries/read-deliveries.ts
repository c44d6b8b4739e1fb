import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { messageBody } from '../sending/message-body.ts'
import { findDelivery, selectDeliveries, selectTries, type Delivery, type DeliveryLine, type DeliveryStatus, type Try } from './deliveries.queries.ts'
import { countMissed } from './send-again.queries.ts'
import { againHours } from './send-again.schema.ts'

const pageSize = 50

/** A page of an endpoint's log. */
export interface DeliveryPage {
  deliveries: DeliveryLine[]
  /** Goes on after the last line; null when there is no more. */
  older: string | null
  /** What did not get through, for each of `againHours`. */
  missed: { hours: number; count: number }[]
}

/** The log of an endpoint, newest first, 50 lines a page. @throws NotFound, NotAllowed */
export async function listDeliveries(ctx: TenantCtx, wanted: { endpointId: string; status: DeliveryStatus | null; before: string | null }): Promise<DeliveryPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    const found = await selectDeliveries(tx, ctx.organizationId, { ...wanted, limit: pageSize })
    const counts = await countMissed(tx, ctx.organizationId, wanted.endpointId, againHours)
    const deliveries = found.slice(0, pageSize)
    return {
      deliveries,
      older: found.length > pageSize ? (deliveries.at(-1)?.id ?? null) : null,
      missed: againHours.map((hours, place) => ({ hours, count: counts[place] ?? 0 })),
    }
  })
}

/** One delivery with the body as it is sent, and all its tries. @throws NotFound, NotAllowed */
export async function readDelivery(ctx: TenantCtx, { endpointId, deliveryId }: { endpointId: string; deliveryId: string }): Promise<{ delivery: Delivery; body: string; tries: Try[] }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    const delivery = await findDelivery(tx, ctx.organizationId, endpointId, deliveryId)
    if (!delivery) throw new NotFound(`no delivery ${deliveryId}`)
    return { delivery, body: messageBody(delivery), tries: await selectTries(tx, ctx.organizationId, deliveryId) }
  })
}
