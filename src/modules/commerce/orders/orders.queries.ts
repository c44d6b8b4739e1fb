import { sql, type Selectable } from 'kysely'
import type { Orders } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Order, OrderStatus } from './order.ts'

/** An order that is made, with what the provider calls its parts. */
export type NewOrder = Omit<Order, 'status' | 'refundedCents'> & { provider: 'stripe' | 'none'; chargeId: string | null; transferId: string | null }

export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  await tx
    .insertInto('orders')
    .values({
      organization_id: order.organizationId,
      id: order.id,
      number: order.number,
      checkout_id: order.checkoutId,
      user_id: order.userId,
      buyer_email: order.buyerEmail,
      buyer_name: order.buyerName,
      title: order.title,
      subject_kind: order.subjectKind,
      subject_id: order.subjectId,
      currency: order.currency,
      gross_cents: order.grossCents,
      coupon_code: order.couponCode,
      discount_cents: order.discountCents,
      platform_fee_cents: order.platformFeeCents,
      processor_fee_cents: order.processorFeeCents,
      provider: order.provider,
      provider_payment_id: order.paymentId,
      provider_charge_id: order.chargeId,
      provider_transfer_id: order.transferId,
      placed_at: order.placedAt,
    })
    .execute()
}

export async function findOrder(tx: Tx, organizationId: string, orderId: string): Promise<Order | null> {
  const row = await tx.selectFrom('orders').selectAll().where('organization_id', '=', organizationId).where('id', '=', orderId).executeTakeFirst()
  return row ? toOrder(row) : null
}

export async function findOrderOfCheckout(tx: Tx, organizationId: string, checkoutId: string): Promise<Order | null> {
  const row = await tx.selectFrom('orders').selectAll().where('organization_id', '=', organizationId).where('checkout_id', '=', checkoutId).executeTakeFirst()
  return row ? toOrder(row) : null
}

/** Whether the person, or without one the address, holds this thing by an order that was not given back in full: of the thing itself, or of a bundle with it. */
export async function hasPaidOrder(tx: Tx, wanted: { organizationId: string; userId: string | null; email: string; subjectId: string }): Promise<boolean> {
  const ofAll = tx
    .selectFrom('orders')
    .select('id')
    .where('organization_id', '=', wanted.organizationId)
    .where(holdsSubject(wanted.subjectId))
    .where('status', '<>', 'refunded')
  const own = wanted.userId ? ofAll.where('user_id', '=', wanted.userId) : ofAll.where(sql`lower(buyer_email)`, '=', wanted.email.toLowerCase())
  return (await own.limit(1).executeTakeFirst()) !== undefined
}

function holdsSubject(subjectId: string) {
  return sql<boolean>`(subject_id = ${subjectId} or exists (
    select 1 from checkouts c join offer_parts p on p.organization_id = c.organization_id and p.offer_id = c.offer_id
    where c.organization_id = orders.organization_id and c.id = orders.checkout_id and p.subject_id = ${subjectId}))`
}

export async function setProcessorFee(tx: Tx, order: Pick<Order, 'organizationId' | 'id'>, processorFeeCents: number): Promise<void> {
  await tx.updateTable('orders').set({ processor_fee_cents: processorFeeCents }).where('organization_id', '=', order.organizationId).where('id', '=', order.id).execute()
}

export async function setOrderStatus(tx: Tx, order: Pick<Order, 'organizationId' | 'id'>, state: { status: OrderStatus; refundedCents: number }): Promise<void> {
  await tx.updateTable('orders').set({ status: state.status, refunded_cents: state.refundedCents }).where('organization_id', '=', order.organizationId).where('id', '=', order.id).execute()
}

/** A page of orders, newest first. `before` is the id of the last one seen, `after` of the first. */
export async function selectOrders(tx: Tx, wanted: { organizationId: string; before: string | null; after: string | null; limit: number }): Promise<Order[]> {
  const edge = wanted.before ?? wanted.after
  let query = tx.selectFrom('orders').selectAll().where('organization_id', '=', wanted.organizationId).limit(wanted.limit)
  const position = sql`(select placed_at, id from orders where organization_id = ${wanted.organizationId} and id = ${edge})`
  if (wanted.before) query = query.where(sql<boolean>`(placed_at, id) < ${position}`)
  if (wanted.after) query = query.where(sql<boolean>`(placed_at, id) > ${position}`)
  const direction = wanted.after ? 'asc' : 'desc'
  const rows = await query.orderBy('placed_at', direction).orderBy('id', direction).execute()
  return wanted.after ? rows.map(toOrder).reverse() : rows.map(toOrder)
}

function toOrder(row: Selectable<Orders>): Order {
  return {
    id: row.id,
    organizationId: row.organization_id,
    number: row.number,
    checkoutId: row.checkout_id,
    userId: row.user_id,
    buyerEmail: row.buyer_email,
    buyerName: row.buyer_name,
    title: row.title,
    subjectKind: row.subject_kind as Order['subjectKind'],
    subjectId: row.subject_id,
    status: row.status as OrderStatus,
    currency: row.currency,
    grossCents: row.gross_cents,
    couponCode: row.coupon_code,
    discountCents: row.discount_cents,
    platformFeeCents: row.platform_fee_cents,
    processorFeeCents: row.processor_fee_cents,
    refundedCents: row.refunded_cents,
    paymentId: row.provider_payment_id,
    placedAt: row.placed_at,
  }
}
