import { sql } from 'kysely'
import { z } from 'zod'
import type { Difference } from '#modules/identity/index.ts'
import type { Tx } from '#platform/ctx.ts'
import type { TimeCursor } from '../time-cursor.ts'
import type { DriftState } from './drift.queries.ts'
import type { KindName } from './kinds.ts'
import type { Run } from './run.ts'
import { runRow } from './runs.queries.ts'

/** How many differences of one sort a run found. */
export interface DriftCount {
  kind: KindName
  standing: 'missing' | 'stale' | 'gone'
  state: DriftState
  count: number
}

/** One difference, as it may be shown: what names a person is masked. */
export interface DriftLine {
  id: string
  kind: KindName
  subject: string
  about: string | null
  standing: 'missing' | 'stale' | 'gone'
  differences: Difference[]
  state: DriftState
  note: string | null
  healedAt: Date | null
}

/** Which differences are meant. What is null does not narrow. */
export interface DriftFilter {
  standing: 'missing' | 'stale' | 'gone' | null
  kind: KindName | null
  isOpen: boolean
}

/** The walks that somebody would want to see: those of every five minutes only where they found something or broke off. */
export async function selectRuns(tx: Tx, before: TimeCursor | null, limit: number): Promise<(Run & { atMicros: number })[]> {
  const found = await sql`
    select r.*, (extract(epoch from r.created_at) * 1000000)::bigint as "atMicros" from reconcile_runs r
    where (r.mode <> 'recent' or r.state <> 'done' or exists (select 1 from reconcile_drift d where d.run_id = r.id))
      and ${before ? sql`(r.created_at, r.id) < (timestamptz 'epoch' + ${before.atMicros} * interval '1 microsecond', ${before.id}::uuid)` : sql`true`}
    order by r.created_at desc, r.id desc limit ${limit}`.execute(tx)
  return found.rows.map((one) => ({ ...runRow.parse(one), atMicros: z.object({ atMicros: z.number() }).parse(one).atMicros }))
}

/** When people who changed lately were last looked at. */
export async function findLastRecent(tx: Tx): Promise<Date | null> {
  const found = await tx.selectFrom('reconcile_runs').select('finished_at').where('state', '=', 'done').where('is_applied', '=', true).orderBy('finished_at', 'desc').limit(1).executeTakeFirst()
  return found?.finished_at ?? null
}

export async function countDrift(tx: Tx, runIds: readonly string[]): Promise<Map<string, DriftCount[]>> {
  const found = await sql<DriftCount & { runId: string }>`
    select run_id as "runId", kind, standing, state, count(*)::int as count from reconcile_drift
    where run_id = any(${[...runIds]}::uuid[]) group by 1, 2, 3, 4 order by 2, 3, 4`.execute(tx)
  const byRun = new Map<string, DriftCount[]>()
  for (const { runId, ...count } of found.rows) byRun.set(runId, [...(byRun.get(runId) ?? []), count])
  return byRun
}

const line = z
  .object({
    id: z.string(), kind: z.enum(['user', 'organization', 'membership']), subject: z.string(), about: z.string().nullable(),
    standing: z.enum(['missing', 'stale', 'gone']), differences: z.array(z.object({ field: z.string(), here: z.string().nullable(), there: z.string().nullable() })),
    state: z.enum(['open', 'healed', 'held', 'failed']), note: z.string().nullable(), healed_at: z.date().nullable(),
  })
  .transform(({ healed_at, ...rest }): DriftLine => ({ ...rest, healedAt: healed_at }))

/** In the order in which they were found. @param after the last one of the page before */
export async function selectDrift(tx: Tx, runId: string, filter: DriftFilter, page: { after: string | null; limit: number }): Promise<DriftLine[]> {
  const found = await sql`
    select id, kind, subject, about, standing, differences, state, note, healed_at from reconcile_drift
    where run_id = ${runId}
      and (${filter.standing}::text is null or standing = ${filter.standing}) and (${filter.kind}::text is null or kind = ${filter.kind})
      and (not ${filter.isOpen} or state <> 'healed') and (${page.after}::uuid is null or id > ${page.after}::uuid)
    order by id limit ${page.limit}`.execute(tx)
  return found.rows.map((one) => line.parse(one))
}

/** Those of a run that are not healed, by their ids. */
export async function selectOpenDrift(tx: Tx, runId: string, ids: readonly string[]): Promise<DriftLine[]> {
  const found = await sql`
    select id, kind, subject, about, standing, differences, state, note, healed_at from reconcile_drift
    where run_id = ${runId} and id = any(${[...ids]}::uuid[]) and state <> 'healed' order by id`.execute(tx)
  return found.rows.map((one) => line.parse(one))
}

/** The last walk that looked at everything and came to its end. */
export async function findLastComparison(tx: Tx): Promise<{ id: string; at: Date } | null> {
  const found = await tx
    .selectFrom('reconcile_runs')
    .select(['id', 'created_at as at'])
    .where('mode', '=', 'full')
    .where('state', '=', 'done')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
