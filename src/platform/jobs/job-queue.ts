import type { RunningWorker } from './run-worker.ts'

/**
 * Who runs the jobs. Each job is a row first, written by `jobs.enqueue` in the transaction that asks for it; a queue
 * sees to it that the row's handler runs, and that the row goes when it is done. Handlers are the same for all queues.
 */
export interface JobQueue {
  /** What the log and the operator's pages call it; null for the queue in the database, which is no place to send to. */
  outsideName: string | null
  /**
   * What a web process does for the queue beside its requests, until `close`.
   *
   * @throws Error with a sentence for whoever starts the program when the queue cannot be used
   */
  attend(): Promise<void>
  /** What the worker process does. */
  work(): Promise<RunningWorker>
  /** Jobs may have been committed a moment ago. Neither waits nor throws. */
  nudge(): void
  /** Tells the queue of all that is committed; resolves when it knows, or could not be told this time. For hosts that stop a process with its answer. */
  flush(): Promise<void>
  /** Looks for jobs that were lost, as the crontab does each minute, and flushes. For hosts whose own clock calls us. */
  tick(): Promise<void>
  /** Answers the queue's own calls to `/api/inngest`; null for a queue that makes none. */
  answer: ((request: Request) => Promise<Response>) | null
  close(): Promise<void>
}
