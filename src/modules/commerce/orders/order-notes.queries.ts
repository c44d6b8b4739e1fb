import type { Tx } from '#platform/db/transaction.ts'

/** A line of an order's timeline: what was received, retried and done. */
export interface OrderNote {
  id: string
  happenedAt: Date
  kind: 'started' | 'received' | 'retried' | 'done' | 'failed' | 'asked'
  detail: string
}

/** Writes a line; under the same source key again it stays one. */
export async function writeOrderNote(tx: Tx, note: OrderNote & { organizationId: string; checkoutId: string; sourceKey: string | null }): Promise<void> {
  await tx
    .insertInto('order_notes')
    .values({
      organization_id: note.organizationId,
      id: note.id,
      checkout_id: note.checkoutId,
      happened_at: note.happenedAt,
      kind: note.kind,
      detail: note.detail,
      source_key: note.sourceKey,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'checkout_id', 'source_key']).where('source_key', 'is not', null).doNothing())
    .execute()
}

export async function listOrderNotes(tx: Tx, organizationId: string, checkoutId: string): Promise<OrderNote[]> {
  const rows = await tx
    .selectFrom('order_notes')
    .select(['id', 'happened_at', 'kind', 'detail'])
    .where('organization_id', '=', organizationId)
    .where('checkout_id', '=', checkoutId)
    .orderBy('happened_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, happenedAt: row.happened_at, kind: row.kind as OrderNote['kind'], detail: row.detail }))
}
