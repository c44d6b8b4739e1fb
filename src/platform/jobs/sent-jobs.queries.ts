import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** A job that a queue outside is to be told of. */
export interface UnsentJob {
  id: string
  task: string
  /** The same for the same telling, however often it is tried. */
  eventId: string
  runAt: Date
  /** Of an event in the inbox: whose. */
  provider: string | null
}

/**
 * Takes jobs that are to be told, each for this caller alone. Events that the fast path has finished meanwhile need
 * nobody: their jobs go here.
 *
 * @returns the jobs, and whether there may be more
 */
export async function takeUnsent(tx: Tx, limit: number): Promise<{ unsent: UnsentJob[]; isMore: boolean }> {
  const found = await sql<UnsentJob & { isDone: boolean }>`
    select j.id::text as id, j.task, j.event_id as "eventId", j.run_at as "runAt", e.provider,
      j.task = 'process-inbox-event' and e.status is distinct from 'pending' as "isDone"
    from jobs.take_unsent(${limit}) j
    left join webhook_events e on e.id = case when j.task = 'process-inbox-event' then (j.payload ->> 'id')::uuid end`.execute(tx)
  const done = found.rows.filter(({ isDone }) => isDone).map(({ id }) => id)
  if (done.length > 0) await sql`select jobs.drop_done(${done}::bigint[])`.execute(tx)
  return { unsent: found.rows.filter(({ isDone }) => !isDone), isMore: found.rows.length === limit }
}

/** The queue was told of these: they are told again only when nothing is heard a minute after their time. */
export async function noteTold(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select jobs.note_told(${ids}::bigint[])`.execute(tx)
}

/** The queue could not be told of these: they are tried again after a pause. */
export async function putBack(tx: Tx, ids: readonly string[], pauseSeconds: number): Promise<void> {
  await sql`select jobs.put_back(${ids}::bigint[], ${pauseSeconds})`.execute(tx)
}

/**
 * Takes a job for one run.
 *
 * @param run the name of the run, beginning with `run:`; the same run may take the job again
 * @returns null when the job is done, given up, not due, or at work elsewhere
 */
export async function beginRun(tx: Tx, job: string, run: string): Promise<{ task: string; payload: unknown; attempts: number } | null> {
  const found = await sql<{ task: string; payload: unknown; attempts: number }>`select task, payload, attempts from jobs.begin_run(${job}, ${run})`.execute(tx)
  return found.rows[0] ?? null
}

/** The job of this run is done, and its row goes. */
export async function finishRun(tx: Tx, job: string, run: string): Promise<void> {
  await sql`select jobs.finish_run(${job}, ${run})`.execute(tx)
}

/** Writes down that a run failed. @returns whether the job is given up, and when it is due again */
export async function noteStumble(tx: Tx, job: string, run: string, note: { error: string; pauseSeconds: number }): Promise<{ isOver: boolean; runAt: Date } | null> {
  const found = await sql<{ isOver: boolean; runAt: Date }>`
    select is_over as "isOver", run_at as "runAt" from jobs.note_stumble(${job}, ${run}, ${note.error}, ${note.pauseSeconds})`.execute(tx)
  return found.rows[0] ?? null
}

/** Writes the job that a line of the crontab asks for. @returns its number */
export async function enqueueByClock(tx: Tx, task: string): Promise<string> {
  const found = await sql<{ id: string }>`select jobs.enqueue_by_clock(${task})::text as id`.execute(tx)
  return found.rows[0]?.id ?? ''
}

/** Frees jobs whose run never came back. @returns how many */
export async function freeLostRuns(tx: Tx): Promise<number> {
  const found = await sql<{ freed: number }>`select jobs.free_lost_runs() as freed`.execute(tx)
  return Number(found.rows[0]?.freed ?? 0)
}
