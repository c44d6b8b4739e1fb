import type { Selectable } from 'kysely'
import type { Refunds } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Refund } from './refund.ts'

type NewRefund = Pick<Refund, 'id' | 'organizationId' | 'orderId' | 'amountCents' | 'reason' | 'providerRefundId'> & { requestedBy: string | null }

export async function insertRefund(tx: Tx, refund: NewRefund): Promise<Refund> {
  const row = await tx
    .insertInto('refunds')
    .values({
      organization_id: refund.organizationId,
      id: refund.id,
      order_id: refund.orderId,
      amount_cents: refund.amountCents,
      reason: refund.reason,
      requested_by: refund.requestedBy,
      provider_refund_id: refund.providerRefundId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toRefund(row)
}

export async function findRefund(tx: Tx, organizationId: string, refundId: string): Promise<Refund | null> {
  const row = await tx.selectFrom('refunds').selectAll().where('organization_id', '=', organizationId).where('id', '=', refundId).executeTakeFirst()
  return row ? toRefund(row) : null
}

/** The refunds of an order, the first one first. */
export async function listRefunds(tx: Tx, organizationId: string, orderId: string): Promise<Refund[]> {
  const rows = await tx
    .selectFrom('refunds')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('order_id', '=', orderId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toRefund)
}

/** Writes down how a refund stands now. */
export async function updateRefund(tx: Tx, refund: Refund): Promise<void> {
  await tx
    .updateTable('refunds')
    .set({
      provider_refund_id: refund.providerRefundId,
      status: refund.status,
      fee_returned_cents: refund.feeReturnedCents,
      transfer_reversed_cents: refund.transferReversedCents,
      error: refund.error,
    })
    .where('organization_id', '=', refund.organizationId)
    .where('id', '=', refund.id)
    .execute()
}

/** Wishes that are older than this and still without an answer. */
export async function listUnsettledRefunds(tx: Tx, createdBefore: Date, limit: number): Promise<{ organizationId: string; refundId: string }[]> {
  const rows = await tx
    .selectFrom('refunds')
    .select(['organization_id', 'id'])
    .where('status', '=', 'requested')
    .where('created_at', '<', createdBefore)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ organizationId: row.organization_id, refundId: row.id }))
}

function toRefund(row: Selectable<Refunds>): Refund {
  return {
    id: row.id,
    organizationId: row.organization_id,
    orderId: row.order_id,
    providerRefundId: row.provider_refund_id,
    amountCents: row.amount_cents,
    feeReturnedCents: row.fee_returned_cents,
    transferReversedCents: row.transfer_reversed_cents,
    status: row.status as Refund['status'],
    reason: row.reason,
    error: row.error,
    createdAt: row.created_at,
  }
}
