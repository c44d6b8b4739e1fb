import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/ctx.ts'
import { runModes, runPhases, type Run, type RunMode } from './run.ts'

const position = z.object({ tail: z.array(z.string()).optional(), offset: z.number().optional(), after: z.string().optional(), isCollected: z.boolean().optional() })
const count = z.number().nullable()

/** A row as the database has it. */
const row = z
  .object({
    id: z.string(), mode: z.enum(runModes), is_applied: z.boolean(), may_end_many: z.boolean(), started_by: z.enum(['clock', 'command', 'operator']),
    state: z.enum(['running', 'done', 'failed']), phase: z.enum(runPhases), position, step: z.number(), has_walked_users: z.boolean(), since: z.date().nullable(),
    users_walked: z.number(), users_total: count, organizations_walked: z.number(), organizations_total: count, memberships_walked: z.number(), memberships_total: count,
    written: z.number(), calls_sent: z.number(), users_excess: count, fault: z.string().nullable(),
    created_at: z.date(), updated_at: z.date(), finished_at: z.date().nullable(),
  })
  .transform((found): Run => ({
    id: found.id, mode: found.mode, isApplied: found.is_applied, mayEndMany: found.may_end_many, startedBy: found.started_by,
    state: found.state, phase: found.phase, position: found.position, step: found.step, hasWalkedUsers: found.has_walked_users, since: found.since,
    progress: {
      user: { walked: found.users_walked, total: found.users_total },
      organization: { walked: found.organizations_walked, total: found.organizations_total },
      membership: { walked: found.memberships_walked, total: found.memberships_total },
    },
    written: found.written, callsSent: found.calls_sent, usersExcess: found.users_excess, fault: found.fault,
    createdAt: found.created_at, updatedAt: found.updated_at, finishedAt: found.finished_at,
  }))

/** The walk that is not over; at most one. */
export async function findRunning(tx: Tx): Promise<Run | null> {
  const found = await tx.selectFrom('reconcile_runs').selectAll().where('state', '=', 'running').forUpdate().executeTakeFirst()
  return found ? row.parse(found) : null
}

export async function findRun(tx: Tx, id: string): Promise<Run | null> {
  const found = await tx.selectFrom('reconcile_runs').selectAll().where('id', '=', id).executeTakeFirst()
  return found ? row.parse(found) : null
}

/** The last walk of this kind that broke off, if none of its mode came to its end since, and it is not too old to go on with. */
export async function findBrokenOff(tx: Tx, mode: RunMode, isApplied: boolean): Promise<Run | null> {
  const found = await tx
    .selectFrom('reconcile_runs as r')
    .selectAll('r')
    .where('r.mode', '=', mode)
    .where('r.is_applied', '=', isApplied)
    .where('r.state', '=', 'failed')
    .where('r.created_at', '>', sql<Date>`now() - interval '1 day'`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('reconcile_runs as l').select('l.id').whereRef('l.mode', '=', 'r.mode').where('l.state', '=', 'done').whereRef('l.created_at', '>', 'r.created_at'))),
    )
    .orderBy('r.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ? row.parse(found) : null
}

export async function insertRun(tx: Tx, run: Pick<Run, 'id' | 'mode' | 'isApplied' | 'mayEndMany' | 'startedBy' | 'phase' | 'since'>): Promise<void> {
  await tx
    .insertInto('reconcile_runs')
    .values({ id: run.id, mode: run.mode, is_applied: run.isApplied, may_end_many: run.mayEndMany, started_by: run.startedBy, phase: run.phase, since: run.since })
    .execute()
}

export async function reopenRun(tx: Tx, id: string, mayEndMany: boolean): Promise<void> {
  await tx.updateTable('reconcile_runs').set({ state: 'running', fault: null, finished_at: null, may_end_many: mayEndMany }).where('id', '=', id).execute()
}

/**
 * Writes how far a walk came.
 *
 * @returns false when somebody else has gone on with it meanwhile
 */
export async function saveRun(tx: Tx, run: Run, step: number): Promise<boolean> {
  const { user, organization, membership } = run.progress
  const saved = await tx
    .updateTable('reconcile_runs')
    .set({
      state: run.state, phase: run.phase, position: JSON.stringify(run.position), step: step + 1, has_walked_users: run.hasWalkedUsers,
      users_walked: user.walked, users_total: user.total, organizations_walked: organization.walked, organizations_total: organization.total,
      memberships_walked: membership.walked, memberships_total: membership.total,
      written: run.written, calls_sent: run.callsSent, users_excess: run.usersExcess, fault: run.fault,
      finished_at: run.state === 'running' ? null : sql<Date>`now()`,
    })
    .where('id', '=', run.id)
    .where('step', '=', step)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return Number(saved.numUpdatedRows) > 0
}

/** Says that nobody is at work on a run any more. */
export async function breakOff(tx: Tx, id: string, fault: string): Promise<void> {
  await tx.updateTable('reconcile_runs').set({ state: 'failed', fault, finished_at: sql<Date>`now()` }).where('id', '=', id).where('state', '=', 'running').execute()
}

/** Notes what the provider's lists hold. */
export async function insertSeen(tx: Tx, runId: string, kind: string, subjects: readonly string[]): Promise<void> {
  await sql`insert into reconcile_seen (run_id, kind, subject) select ${runId}, ${kind}, unnest(${[...subjects]}::text[]) on conflict do nothing`.execute(tx)
}

/** What only a walk under way needs. */
export async function forgetSeen(tx: Tx, runId: string): Promise<void> {
  await tx.deleteFrom('reconcile_seen').where('run_id', '=', runId).execute()
}

/** Lets the planner see what a first import wrote; by itself the database would notice only minutes later. */
export async function analyzeSynced(tx: Tx): Promise<void> {
  await sql`select analyze_synced()`.execute(tx)
}

/** Runs go after ninety days, the five-minute ones that found nothing after two. */
export async function forgetOldRuns(tx: Tx): Promise<number> {
  const gone = await sql`
    delete from reconcile_runs r where r.state <> 'running' and (
      r.created_at < now() - interval '90 days' or (r.mode = 'recent' and r.created_at < now() - interval '2 days'
        and not exists (select 1 from reconcile_drift d where d.run_id = r.id)))`.execute(tx)
  await sql`delete from reconcile_seen s using reconcile_runs r where r.id = s.run_id and r.created_at < now() - interval '2 days'`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}

/** When the last walk began that saw everybody who had changed by then. */
export async function findLastLook(tx: Tx): Promise<{ at: Date; usersExcess: number } | null> {
  const found = await sql<{ at: Date; usersExcess: number }>`
    select max(created_at) as at, coalesce((array_agg(users_excess order by created_at desc) filter (where users_excess is not null))[1], 0) as "usersExcess"
    from reconcile_runs where state = 'done' and is_applied`.execute(tx)
  const [last] = found.rows
  return last?.at ? last : null
}

export async function countUsersHere(tx: Tx): Promise<number> {
  const { rows } = await sql<{ found: number }>`
    select count(*)::int as found from user_identities i join users u on u.id = i.user_id where i.provider = 'clerk' and u.deleted_at is null`.execute(tx)
  return rows[0]?.found ?? 0
}

export { row as runRow }
