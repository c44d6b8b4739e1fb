import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** The inbox in figures. */
export interface InboxFigures {
  received: number
  completed: number
  /** Given up. */
  failed: number
  fast: number
}

/** What came in since then, and what came to an end; each from its own index. */
export async function readInboxFigures(tx: Tx, sinceSeconds: number): Promise<InboxFigures> {
  const since = sql`now() - make_interval(secs => ${sinceSeconds})`
  const found = await sql<InboxFigures>`
    select (select count(*) from webhook_events where created_at >= ${since}) as received, completed, fast,
      (select count(*) from webhook_events where status = 'failed' and coalesce(last_attempt_at, created_at) >= ${since}) as failed
    from (select count(*) as completed, count(*) filter (where handled_by = 'fast') as fast from webhook_events where processed_at >= ${since}) done`.execute(tx)
  return found.rows[0] ?? { received: 0, completed: 0, failed: 0, fast: 0 }
}

/** How long what was done took, in milliseconds: half, 95 and 99 in a hundred were done within. */
export interface Latency {
  p50Ms: number
  p95Ms: number
  p99Ms: number
}

/** What was done of one provider's events; `provider` is null for all together. */
export interface ProviderFigures {
  provider: string | null
  completed: number
  fast: number
  /** From arrival here to effect. */
  here: Latency
  /** From when it happened at the provider to effect: how long somebody there is not yet here. */
  sync: Latency
}

/** How long it took since then, for each provider and for all; nothing where nothing was done. */
export async function readLatencies(tx: Tx, sinceSeconds: number): Promise<ProviderFigures[]> {
  const found = await sql<{ provider: string | null; completed: number; fast: number; here: number[]; sync: number[] }>`
    select provider, count(*) as completed, count(*) filter (where handled_by = 'fast') as fast,
      percentile_cont(array[0.5, 0.95, 0.99]) within group (order by extract(epoch from processed_at - created_at)::float8 * 1000) as here,
      percentile_cont(array[0.5, 0.95, 0.99]) within group (order by extract(epoch from processed_at - occurred_at)::float8 * 1000) as sync
    from webhook_events where processed_at >= now() - make_interval(secs => ${sinceSeconds})
    group by grouping sets ((provider), ()) having count(*) > 0 order by provider nulls last`.execute(tx)
  return found.rows.map(({ here, sync, ...figures }) => ({ ...figures, here: latencyOf(here), sync: latencyOf(sync) }))
}

function latencyOf([p50Ms = 0, p95Ms = 0, p99Ms = 0]: number[]): Latency {
  return { p50Ms, p95Ms, p99Ms }
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
