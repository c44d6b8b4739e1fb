import { processInboxEvent } from './inbox-jobs.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'

/**
 * Lets every event that waits for `dependency` run as soon as the caller's transaction (a system one) commits: call
 * it where the dependency is written.
 *
 * The rows are read, not locked: one of them may be at work this moment and wait for a row of ours.
 *
 * @returns how many were woken
 */
export async function wakeWaiting(tx: Tx, dependency: string): Promise<number> {
  const waiting = await tx
    .selectFrom('webhook_events')
    .select('id')
    .where('waiting_on', '=', dependency)
    .where('status', '=', 'pending')
    .execute()
  for (const { id } of waiting) await enqueueJob(tx, processInboxEvent, { id }, { key: id })
  return waiting.length
}
