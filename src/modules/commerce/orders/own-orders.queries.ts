import type { OwnScope } from '#modules/tenancy/index.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** What a person bought, with what was paid back. */
export async function listOwnOrders(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, o.number, o.title, o.status, o.gross_cents as "paidCents", o.discount_cents as "discountCents", o.coupon_code as coupon, o.currency,
      o.buyer_email as "buyerEmail", o.buyer_name as "buyerName", o.created_at as "at",
      (select jsonb_agg(jsonb_build_object('amountCents', r.amount_cents, 'reason', r.reason, 'at', r.created_at) order by r.created_at) from refunds r where r.organization_id = o.organization_id and r.order_id = o.id) as refunds
    from orders o join organizations s on s.id = o.organization_id
    where o.user_id = ${userId} and (${organizationId}::uuid is null or o.organization_id = ${organizationId}::uuid) order by o.created_at`.execute(tx)
  return rows
}

/** What a person began to buy, paid or not. */
export async function listOwnCheckouts(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, c.title, c.status, c.amount_cents as "amountCents", c.currency, c.email, c.coupon_code as coupon, c.created_at as "at"
    from checkouts c join organizations s on s.id = c.organization_id
    where c.user_id = ${userId} and (${organizationId}::uuid is null or c.organization_id = ${organizationId}::uuid) order by c.created_at`.execute(tx)
  return rows
}

/** Credits that were given to a person or taken back, and why. */
export async function listOwnCreditLines(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, t.kind, t.description as reason, e.amount_cents as credits, t.posted_at as "at"
    from ledger_accounts a
    join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    join ledger_transactions t on t.organization_id = e.organization_id and t.id = e.transaction_id
    join organizations s on s.id = a.organization_id
    where a.user_id = ${userId} and a.currency = 'credits' and (${organizationId}::uuid is null or a.organization_id = ${organizationId}::uuid) order by t.posted_at`.execute(tx)
  return rows
}

/** How many orders of a person the books keep. */
export async function countOwnOrders(tx: Tx, { userId, organizationId }: OwnScope): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    select count(*)::int as number from orders where user_id = ${userId} and (${organizationId}::uuid is null or organization_id = ${organizationId}::uuid)`.execute(tx)
  return rows[0]?.number ?? 0
}
