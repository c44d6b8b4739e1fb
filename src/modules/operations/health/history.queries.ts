import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** What the inbox did in one hour. */
export interface HourFigures {
  /** When it began, in UTC; the last one is not over yet. */
  hour: Date
  fast: number
  queue: number
  /** Given up. */
  failed: number
  /** 95 in a hundred were done within, from arrival to effect; null where nothing was done. */
  p95Ms: number | null
}

/** The last hours, the oldest first, hours without an event among them. */
export async function readHistory(tx: Tx, hours: number): Promise<HourFigures[]> {
  const found = await sql<HourFigures>`
    with hours as (
      select date_trunc('hour', now(), 'UTC') - ago * interval '1 hour' as hour from generate_series(0, ${hours - 1}::int) ago),
    done as (
      select date_trunc('hour', processed_at, 'UTC') as hour, count(*) filter (where handled_by = 'fast') as fast, count(*) filter (where handled_by is distinct from 'fast') as queue,
        percentile_cont(0.95) within group (order by extract(epoch from processed_at - created_at)::float8 * 1000) as p95
      from webhook_events where processed_at >= (select min(hour) from hours) group by 1),
    given_up as (
      select date_trunc('hour', coalesce(last_attempt_at, created_at), 'UTC') as hour, count(*) as failed from webhook_events where status = 'failed' group by 1)
    select hour, coalesce(fast, 0) as fast, coalesce(queue, 0) as queue, coalesce(failed, 0) as failed, p95 as "p95Ms"
    from hours left join done using (hour) left join given_up using (hour) order by hour`.execute(tx)
  return found.rows
}
