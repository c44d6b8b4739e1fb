import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import type { Order } from './order.ts'
import { selectOrders } from './orders.queries.ts'

/** A page of orders. */
export interface OrdersPage {
  orders: Order[]
  /** Give it as `before` for the older ones; null at the end. */
  older: string | null
  /** Give it as `after` for the newer ones; null at the start. */
  newer: string | null
}

const pageSize = 50

/**
 * A school's orders, newest first, 50 at a time.
 *
 * @throws NotFound for strangers, NotAllowed without `orders.read`
 */
export async function listOrders(ctx: TenantCtx, input: { before: string | null; after: string | null; limit?: number }): Promise<OrdersPage> {
  const limit = Math.min(input.limit ?? pageSize, pageSize)
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    const found = await selectOrders(tx, { organizationId: ctx.organizationId, before: input.before, after: input.before ? null : input.after, limit: limit + 1 })
    const isTowardsNewer = input.before === null && input.after !== null
    const hasMore = found.length > limit
    // The one too many stands at the far end: the start when paging towards newer ones.
    const orders = isTowardsNewer && hasMore ? found.slice(1) : found.slice(0, limit)
    const first = orders[0]?.id ?? null
    const last = orders.at(-1)?.id ?? null
    return {
      orders,
      older: isTowardsNewer || hasMore ? last : null,
      newer: (isTowardsNewer ? hasMore : input.before !== null) ? first : null,
    }
  })
}
