import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Somebody who bought from a school, with all their orders in one row. */
export interface Customer {
  userId: string
  /** Empty when nobody ever said it. */
  name: string
  /** Of the last order. */
  email: string
  /** How often they bought, also what was given back since. */
  purchases: number
  /** What they paid less what they got back, in minor units, by currency in small letters: the books know no sum over currencies. */
  paid: Record<string, number>
  lastAt: Date
  lastTitle: string
  lastOrderId: string
}

/** Where a page of customers begins: behind the one who bought last at this time. */
export interface CustomerPlace {
  lastAt: Date
  userId: string
}

/** A page of customers, who bought last first. */
export async function selectCustomers(tx: Tx, wanted: { organizationId: string; search: string; after: CustomerPlace | null; limit: number }): Promise<Customer[]> {
  const { organizationId, after } = wanted
  const { rows } = await sql<Customer>`
    with customers as (${customersFound(wanted)}),
    page as (
      select * from customers
      where ${after ? sql<boolean>`(last_at, user_id) < (${after.lastAt}, ${after.userId}::uuid)` : sql<boolean>`true`}
      order by last_at desc, user_id desc limit ${wanted.limit}
    )
    select p.user_id as "userId", coalesce(nullif(u.name, ''), nullif(last.buyer_name, ''), '') as name, last.buyer_email as email, p.purchases, sums.paid, p.last_at as "lastAt",
      last.title as "lastTitle", last.id as "lastOrderId"
    from page p
    left join users u on u.id = p.user_id
    cross join lateral (
      select o.id, o.title, o.buyer_email, o.buyer_name from orders o
      where o.organization_id = ${organizationId} and o.user_id = p.user_id order by o.placed_at desc, o.id desc limit 1
    ) last
    cross join lateral (
      select jsonb_object_agg(one.currency, one.cents) as paid from (
        select o.currency, sum(o.gross_cents - o.refunded_cents) as cents from orders o
        where o.organization_id = ${organizationId} and o.user_id = p.user_id group by o.currency
      ) one
    ) sums
    order by p.last_at desc, p.user_id desc`.execute(tx)
  return rows
}

/** How many there are. */
export async function countCustomers(tx: Tx, wanted: { organizationId: string; search: string }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${customersFound(wanted)}) found`.execute(tx)
  return rows[0]?.count ?? 0
}

/** All of a school's, or those with the letters in their name or in an address they bought with. */
function customersFound({ organizationId, search }: { organizationId: string; search: string }) {
  const letters = search.trim().toLowerCase()
  const isFound = sql<boolean>`bool_or(strpos(lower(o.buyer_email), ${letters}) > 0 or strpos(lower(o.buyer_name), ${letters}) > 0 or strpos(lower(coalesce(u.name, '')), ${letters}) > 0)`
  return sql`
    select o.user_id, max(o.placed_at) as last_at, count(*)::int as purchases
    from orders o left join users u on u.id = o.user_id
    where o.organization_id = ${organizationId} group by o.user_id
    ${letters === '' ? sql`` : sql`having ${isFound}`}`
}
