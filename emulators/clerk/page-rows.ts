import type { Order } from './params.ts'

/**
 * Cuts one page out of rows that are kept in ascending order, without copying the others.
 * @param from how many rows are skipped, in the order that was asked for
 */
export function pageOf<T>(ascending: readonly T[], order: Pick<Order, 'isDescending'>, from: number, limit: number): T[] {
  if (!order.isDescending) return ascending.slice(from, from + limit)
  const end = Math.max(0, ascending.length - from)
  return ascending.slice(Math.max(0, end - limit), end).reverse()
}

/** Newest first, as every list begins without a wish. */
export const NEWEST_FIRST: Order = { name: 'created_at', isDescending: true }
