import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { selectOnTheWay, sumOnTheWay, type PaymentOnTheWay, type SumOnTheWay } from './on-the-way.queries.ts'

/** Money that buyers have sent and banks still carry. */
export interface OnTheWay {
  /** The newest first, `limit` at most. */
  payments: PaymentOnTheWay[]
  /** All of them, one line a currency; none when nothing is on its way. */
  sums: SumOnTheWay[]
}

/**
 * What was paid by bank debit and is no order yet: it may still fail, so it stands in no books.
 *
 * @throws NotFound for strangers, NotAllowed without `orders.read`
 */
export async function readOnTheWay(ctx: TenantCtx, { limit }: { limit: number }): Promise<OnTheWay> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    const sums = await sumOnTheWay(tx, ctx.organizationId)
    return { sums, payments: sums.length > 0 && limit > 0 ? await selectOnTheWay(tx, ctx.organizationId, limit) : [] }
  })
}
