import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { SchoolMoment } from './overview.queries.ts'
import type { MonthRevenue } from './teaching.schema.ts'

/**
 * What the ledger gave the school since its month began, beside the month before up to the same day, in the currency
 * it trades in. The books decide who reads them: for others every sum is nothing.
 */
export async function readMonthRevenue(tx: Tx, { organizationId, timeZone, now }: SchoolMoment): Promise<MonthRevenue> {
  const result = await sql<MonthRevenue>`
    with month as (
      select date_trunc('month', ${now}::timestamptz at time zone ${timeZone}) at time zone ${timeZone} as begins,
        (date_trunc('month', ${now}::timestamptz at time zone ${timeZone}) - interval '1 month') at time zone ${timeZone} as before,
        (${now}::timestamptz at time zone ${timeZone} - interval '1 month') at time zone ${timeZone} as same_moment
    ), school as (
      select o.currency from organizations o where o.id = ${organizationId}
    ), lines as (
      select e.amount_cents, t.posted_at
      from ledger_entries e
      join ledger_accounts a on a.organization_id = e.organization_id and a.id = e.account_id
      join ledger_transactions t on t.organization_id = e.organization_id and t.id = e.transaction_id
      join school on school.currency = a.currency
      where e.organization_id = ${organizationId} and a.kind = 'school'
    )
    select school.currency,
      coalesce((select sum(amount_cents) from lines, month where posted_at >= begins), 0)::float8 as "schoolCents",
      coalesce((select sum(amount_cents) from lines, month where posted_at >= before and posted_at < same_moment), 0)::float8 as "beforeCents",
      (select count(*) from orders o, month where o.organization_id = ${organizationId} and o.placed_at >= begins)::int as "orderCount"
    from school`.execute(tx)
  const revenue = result.rows[0]
  if (!revenue) throw new Error('the school of this transaction is not there')
  return revenue
}
