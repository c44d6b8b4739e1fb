import { lockCheckout } from '../checkout/checkout.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Order } from './order.ts'
import { findOrder } from './orders.queries.ts'

/**
 * An order, with all that can happen to it held back until the transaction ends. What is locked is its checkout, the
 * first row that everyone takes who writes here; two ways in would wait for each other.
 */
export async function lockOrderByCheckout(tx: Tx, organizationId: string, orderId: string): Promise<Order | null> {
  const seen = await findOrder(tx, organizationId, orderId)
  if (!seen) return null

  await lockCheckout(tx, organizationId, seen.checkoutId)
  return findOrder(tx, organizationId, orderId)
}
