import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Tx } from '#platform/db/transaction.ts'

/** A minute is long after any job of these should have run. */
const lostAfter = sql`now() - interval '1 minute'`
const batch = 500

/**
 * Puts back jobs that got lost: rows whose time has come and gone. A job that is only late is asked for again under
 * its own key, which makes no second one.
 *
 * @returns how many were put back
 */
export async function sweepLostJobs(tx: Tx): Promise<{ events: number; facts: number; deliveries: number }> {
  const events = await count(tx, sql`
    select jobs.enqueue('process-inbox-event', json_build_object('id', id), id::text, now()) from (
      select id from webhook_events
      where status = 'pending' and coalesce(next_attempt_at, created_at) < ${lostAfter} order by created_at limit ${batch}) lost`)
  const facts = await count(tx, sql`
    select jobs.enqueue('deliver-event', json_build_object('organizationId', organization_id, 'eventId', id), 'event:' || id, now()) from (
      select organization_id, id from outbox_events
      where fanned_out_at is null and created_at < ${lostAfter} order by created_at limit ${batch}) lost`)
  const deliveries = await count(tx, sql`
    select jobs.enqueue('hear-event', json_build_object('organizationId', organization_id, 'deliveryId', id), 'delivery:' || id, now()) from (
      select organization_id, id from outbox_deliveries
      where status = 'pending' and coalesce(next_attempt_at, created_at) < ${lostAfter} order by created_at limit ${batch}) lost`)
  return { events, facts, deliveries }
}

async function count(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  return (await statement.execute(tx)).rows.length
}

/**
 * Frees the jobs of workers that died. A living worker holds an advisory lock under its name for as long as it is
 * connected, and the database lets go of it when the process is gone, however it went. The five seconds are for a
 * worker that took a job before it had its lock.
 *
 * @param pool past any pooler, with the login that owns the queue
 * @returns the workers whose jobs were freed
 */
export async function freeJobsOfTheDead(pool: Pool): Promise<string[]> {
  const found = await pool.query<{ dead: string[] | null }>(`
    with holders as (
      select locked_by, max(locked_at) as locked_at from graphile_worker.jobs where locked_by is not null group by locked_by),
    dead as (
      select array_agg(locked_by) as names from holders
      where locked_at < now() - interval '5 seconds' and pg_try_advisory_xact_lock(hashtextextended('worker:' || locked_by, 0)))
    select names as dead, graphile_worker.force_unlock_workers(names) from dead where names is not null`)
  return found.rows[0]?.dead ?? []
}
