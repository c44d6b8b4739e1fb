import type { SystemCtx } from '#platform/ctx.ts'
import type { JobQueue } from './job-queue.ts'
import { runWorker, type WorkerGround } from './run-worker.ts'

/** The queue in the database: the worker takes the rows themselves, by graphile-worker. */
export function databaseQueue<Ctx extends SystemCtx>(ground: () => WorkerGround<Ctx>): JobQueue {
  return {
    outsideName: null,
    async attend() {},
    work: () => runWorker(ground()),
    nudge() {},
    async flush() {},
    async tick() {},
    answer: null,
    async close() {},
  }
}
