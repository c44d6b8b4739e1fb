import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** When and under which key a job runs. */
export interface JobOptions {
  /** Asked again under the same key before it ran, it still runs once. */
  key: string
  /** Seconds from now; at once if not given. */
  delaySeconds?: number
}

/**
 * Puts a job into the queue, in the caller's transaction: it exists exactly if the transaction commits.
 *
 * @param task a name of the switchboard
 * @param payload plain JSON
 */
export async function enqueueJob(tx: Tx, task: string, payload: Record<string, unknown>, options: JobOptions): Promise<void> {
  await sql`select jobs.enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.key},
    now() + make_interval(secs => ${options.delaySeconds ?? 0}))`.execute(tx)
}
