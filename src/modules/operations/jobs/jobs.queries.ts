import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { JobState } from './job-states.ts'

/** A job in the list. What it carries is left out: it may name people. */
export interface JobLine {
  id: string
  task: string
  state: JobState
  runAt: Date
  createdAt: Date
  attempts: number
  maxAttempts: number
  lastError: string | null
  lockedBy: string | null
}

/** How many jobs are in a state, and since when the oldest is due. */
export interface JobCount {
  state: JobState
  count: number
  oldestDue: Date
}

export async function selectJobs(tx: Tx, state: JobState | null, before: string | null, limit: number): Promise<JobLine[]> {
  const found = await sql<JobLine>`
    select id::text as id, task, state, run_at as "runAt", created_at as "createdAt", attempts, max_attempts as "maxAttempts", last_error as "lastError", locked_by as "lockedBy"
    from jobs.list(${state}, ${before}, ${limit})`.execute(tx)
  return found.rows
}

export async function countJobs(tx: Tx): Promise<JobCount[]> {
  const found = await sql<JobCount>`select state, count, oldest_due as "oldestDue" from jobs.counts()`.execute(tx)
  return found.rows
}

/** Lets a job that was given up run again; false when it is not one, any more or ever. */
export async function retryGivenUp(tx: Tx, id: string): Promise<boolean> {
  const found = await sql<{ retried: boolean }>`select jobs.retry(${id}) as retried`.execute(tx)
  return found.rows[0]?.retried ?? false
}

/** A worker, and how long ago it was last seen. */
export interface WorkerSeen {
  workerId: string
  seenAt: Date
  silentSeconds: number
}

export async function listWorkers(tx: Tx): Promise<WorkerSeen[]> {
  const found = await sql<WorkerSeen>`
    select worker_id as "workerId", seen_at as "seenAt", extract(epoch from clock_timestamp() - seen_at)::float8 as "silentSeconds"
    from worker_heartbeats order by seen_at desc limit 20`.execute(tx)
  return found.rows
}
