import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** The inbox in figures. Latencies are milliseconds from arrival to effect; null where nothing was done. */
export interface InboxFigures {
  received: number
  completed: number
  failed: number
  fast: number
  p50Ms: number | null
  p95Ms: number | null
  p99Ms: number | null
}

/** What came in since then, and what became of it. */
export async function readInboxFigures(tx: Tx, sinceSeconds: number): Promise<InboxFigures> {
  const found = await sql<Omit<InboxFigures, 'p50Ms' | 'p95Ms' | 'p99Ms'> & { ms: number[] | null }>`
    select count(*) as received, count(*) filter (where status = 'completed') as completed, count(*) filter (where status = 'failed') as failed,
      count(*) filter (where handled_by = 'fast') as fast,
      percentile_cont(array[0.5, 0.95, 0.99]) within group (order by extract(epoch from processed_at - created_at)::float8 * 1000) as ms
    from webhook_events where created_at >= now() - make_interval(secs => ${sinceSeconds})`.execute(tx)
  const { ms, ...figures } = found.rows[0] ?? { received: 0, completed: 0, failed: 0, fast: 0, ms: null }
  return { ...figures, p50Ms: ms?.[0] ?? null, p95Ms: ms?.[1] ?? null, p99Ms: ms?.[2] ?? null }
}

/** What is open in the inbox, whenever it came. */
export interface OpenFigures {
  pending: number
  waiting: number
  failed: number
  /** Since when the oldest one that is neither done nor given up waits. */
  oldestPendingAt: Date | null
}

export async function readOpenFigures(tx: Tx): Promise<OpenFigures> {
  const found = await sql<OpenFigures>`
    select count(*) filter (where status = 'pending') as pending, count(*) filter (where status = 'pending' and waiting_on is not null) as waiting,
      count(*) filter (where status = 'failed') as failed, min(created_at) filter (where status = 'pending') as "oldestPendingAt"
    from webhook_events where status <> 'completed'`.execute(tx)
  return found.rows[0] ?? { pending: 0, waiting: 0, failed: 0, oldestPendingAt: null }
}

/** How the database and its connections stand. */
export async function readDatabaseFigures(tx: Tx): Promise<{ version: string; connections: number; connectionsMax: number; sizeBytes: number; now: Date }> {
  const found = await sql<{ version: string; connections: number; connectionsMax: number; sizeBytes: number; now: Date }>`
    select current_setting('server_version') as version, (select count(*) from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "connectionsMax", pg_database_size(current_database()) as "sizeBytes", now() as now`.execute(tx)
  const figures = found.rows[0]
  if (!figures) throw new Error('the database said nothing of itself')
  return figures
}
