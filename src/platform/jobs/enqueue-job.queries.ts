import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** When and under which key a job runs. */
export interface JobOptions {
  /** Asked again under the same key before it ran, it still runs once. */
  key: string
  /** Seconds from now; at once if not given. */
  delaySeconds?: number
  /** For jobs that may take long: of those in one line, the worker runs one at a time. */
  line?: string
}

/**
 * Puts a job into the queue, in the caller's transaction: it exists exactly if the transaction commits.
 *
 * @param task a name of the switchboard
 * @param payload plain JSON
 */
export async function enqueueJob(tx: Tx, task: string, payload: Record<string, unknown>, options: JobOptions): Promise<void> {
  const when = sql`now() + make_interval(secs => ${options.delaySeconds ?? 0})`
  const job = sql`${task}, ${JSON.stringify(payload)}::json, ${options.key}, ${when}`
  await (options.line ? sql`select jobs.enqueue_in_line(${job}, ${options.line})` : sql`select jobs.enqueue(${job})`).execute(tx)
}

/** Takes a job back by its key, in the caller's transaction, unless somebody runs it already. */
export async function withdrawJob(tx: Tx, key: string): Promise<void> {
  await sql`select jobs.withdraw(${key})`.execute(tx)
}
