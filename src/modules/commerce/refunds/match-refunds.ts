import type { Tx } from '#platform/db/transaction.ts'
import type { CommerceCtx } from '../ctx.ts'
import type { Order } from '../orders/order.ts'
import type { RefundFacts } from '../ports.ts'
import type { Refund } from './refund.ts'
import { insertRefund, listRefunds } from './refunds.queries.ts'

/** A refund as we have it beside what the provider says of it. */
export interface MatchedRefund {
  refund: Refund
  facts: RefundFacts
}

/**
 * Finds our row for each of the provider's refunds, the oldest first. One that was made in the provider's own
 * dashboard has none yet, and gets it.
 */
export async function matchRefunds(ctx: Pick<CommerceCtx, 'ids'>, tx: Tx, order: Order, facts: RefundFacts[]): Promise<MatchedRefund[]> {
  const ours = await listRefunds(tx, order.organizationId, order.id)
  const inOrder = [...facts].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.providerRefundId.localeCompare(b.providerRefundId))
  const matches: MatchedRefund[] = []
  for (const fact of inOrder) {
    const known = ours.find((refund) => refund.providerRefundId === fact.providerRefundId || (refund.providerRefundId === null && refund.id === fact.refundId))
    const refund = known ?? (await insertRefund(tx, {
      organizationId: order.organizationId,
      id: ctx.ids.next(),
      orderId: order.id,
      amountCents: fact.amountCents,
      reason: 'Refunded at Stripe',
      requestedBy: null,
      providerRefundId: fact.providerRefundId,
    }))
    matches.push({ refund, facts: fact })
  }
  return matches
}
