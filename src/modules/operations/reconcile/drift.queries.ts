import { sql } from 'kysely'
import type { Difference } from '#modules/identity/index.ts'
import type { Tx } from '#platform/ctx.ts'
import type { KindName, Named } from './kinds.ts'

/** What a run found to differ. */
export interface Found extends Named {
  kind: KindName
  standing: 'missing' | 'stale' | 'gone'
  /** Masked: no value of them names a person. */
  differences: Difference[]
}

export type DriftState = 'open' | 'healed' | 'held' | 'failed'

/** Found again, as after a kill, it stays as it was. */
export async function insertDrift(tx: Tx, runId: string, ids: { next(): string }, found: readonly Found[]): Promise<void> {
  if (found.length === 0) return

  await tx
    .insertInto('reconcile_drift')
    .values(found.map((one) => ({ run_id: runId, id: ids.next(), kind: one.kind, subject: one.subject, about: one.about, standing: one.standing, differences: JSON.stringify(one.differences) })))
    .onConflict((conflict) => conflict.columns(['run_id', 'kind', 'subject']).doNothing())
    .execute()
}

/** Says how the healing of one difference ended. */
export async function markDrift(tx: Tx, runId: string, named: { kind: KindName; subject: string }, end: { state: DriftState; note: string | null }): Promise<void> {
  await tx
    .updateTable('reconcile_drift')
    .set({ state: end.state, note: end.note, healed_at: end.state === 'healed' ? sql<Date>`now()` : null })
    .where('run_id', '=', runId)
    .where('kind', '=', named.kind)
    .where('subject', '=', named.subject)
    .execute()
}

/** Says of many at once that they agree now. */
export async function markHealed(tx: Tx, runId: string, kind: KindName, subjects: readonly string[]): Promise<void> {
  await tx
    .updateTable('reconcile_drift')
    .set({ state: 'healed', note: null, healed_at: sql<Date>`now()` })
    .where('run_id', '=', runId)
    .where('kind', '=', kind)
    .where('subject', 'in', [...subjects])
    .execute()
}

/** What is here no more at the provider and not ended yet, in the order of names. */
export async function listOpenGone(tx: Tx, runId: string, kind: KindName, limit: number): Promise<Named[]> {
  return tx
    .selectFrom('reconcile_drift')
    .select(['subject', 'about'])
    .where('run_id', '=', runId)
    .where('kind', '=', kind)
    .where('standing', '=', 'gone')
    .where('state', '=', 'open')
    .orderBy('subject')
    .limit(limit)
    .execute()
}

/** Keeps what was found from being ended, until a person has looked. @returns how many */
export async function holdGone(tx: Tx, runId: string, kind: KindName, note: string): Promise<number> {
  const held = await tx
    .updateTable('reconcile_drift')
    .set({ state: 'held', note })
    .where('run_id', '=', runId)
    .where('kind', '=', kind)
    .where('standing', '=', 'gone')
    .where('state', '=', 'open')
    .executeTakeFirst()
  return Number(held.numUpdatedRows)
}
