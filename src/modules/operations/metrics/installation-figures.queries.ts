import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** Upper ends of the steps in which times are counted, in seconds. */
export const latencySteps = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200]

/** What is counted one by one is counted no further than this: a question that is asked all day must stay small. */
export const countedMax = 100_000

/** So many events of a kind took about so long. */
export interface TimedEvents {
  provider: string
  /** `fast` or `queue`. */
  path: string
  count: number
  /** Their mean, in seconds. */
  seconds: number
}

/** What came to an end between two moments, in steps of how long it took from arrival, and from the provider. */
export interface DoneSince {
  here: TimedEvents[]
  sync: TimedEvents[]
}

export async function readDone(tx: Tx, after: Date, until: Date): Promise<DoneSince> {
  const timed = async (begin: 'created_at' | 'occurred_at') => {
    const found = await sql<TimedEvents>`
      select provider, coalesce(handled_by, 'queue') as path, count(*) as count, avg(seconds) as seconds
      from (select provider, handled_by, greatest(0, extract(epoch from processed_at - ${sql.ref(begin)}))::float8 as seconds from webhook_events
        where processed_at > ${after} and processed_at <= ${until}) done
      group by provider, path, width_bucket(seconds, ${latencySteps}::float8[])`.execute(tx)
    return found.rows
  }
  return { here: await timed('created_at'), sync: await timed('occurred_at') }
}

export async function countReceived(tx: Tx, after: Date, until: Date): Promise<{ provider: string; count: number }[]> {
  const found = await sql<{ provider: string; count: number }>`
    select provider, count(*) as count from webhook_events where created_at > ${after} and created_at <= ${until} group by provider`.execute(tx)
  return found.rows
}

/** What is not done, by provider and state; counted no further than `countedMax` altogether. */
export async function countNotDone(tx: Tx): Promise<{ provider: string; state: string; count: number }[]> {
  const found = await sql<{ provider: string; state: string; count: number }>`
    select provider, case when status = 'pending' and waiting_on is not null then 'waiting' else status end as state, count(*) as count
    from (select provider, status, waiting_on from webhook_events where status <> 'completed' limit ${countedMax}) open group by 1, 2`.execute(tx)
  return found.rows
}

export async function readQueueDepth(tx: Tx): Promise<{ task: string; state: string; count: number; lateSeconds: number }[]> {
  const found = await sql<{ task: string; state: string; count: number; lateSeconds: number }>`
    select task, state, count, greatest(0, extract(epoch from now() - oldest_due))::float8 as "lateSeconds" from jobs.depth(${countedMax})`.execute(tx)
  return found.rows
}

/** Ages in seconds; null where there is nothing of the kind. */
export interface Ages {
  now: Date
  oldestPendingSeconds: number | null
  heartbeatSeconds: number | null
  connections: number
  connectionsMax: number
}

export async function readAges(tx: Tx): Promise<Ages> {
  const found = await sql<Ages>`
    select clock_timestamp() as now, extract(epoch from now() - (select min(created_at) from webhook_events where status = 'pending'))::float8 as "oldestPendingSeconds",
      extract(epoch from clock_timestamp() - (select max(seen_at) from worker_heartbeats))::float8 as "heartbeatSeconds",
      (select count(*) from pg_stat_activity where datname = current_database()) as connections, current_setting('max_connections')::int as "connectionsMax"`.execute(tx)
  const ages = found.rows[0]
  if (!ages) throw new Error('the database said nothing of itself')
  return ages
}

/** Whoever asks too long is worse than no answer. */
export async function limitAsking(tx: Tx): Promise<void> {
  await sql`set local statement_timeout = '3s'`.execute(tx)
}
