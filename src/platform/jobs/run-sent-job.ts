import type { Pool } from 'pg'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { log } from '#platform/log/log.ts'
import type { JobHandler } from '#platform/switchboard-types.ts'
import { describeFault, retryDelaySeconds } from './retry-schedule.ts'
import { beginRun, finishRun, noteStumble } from './sent-jobs.queries.ts'

/** A run that failed, and when the job is due again; null when the row says nothing, because the database is gone or the job is. */
export class JobStumbled extends Error {
  override readonly name = 'JobStumbled'
  readonly next: { isOver: boolean; runAt: Date } | null

  constructor(task: string, fault: unknown, next: JobStumbled['next']) {
    super(`${task}: ${describeFault(fault)}`, { cause: fault })
    this.next = next
  }
}

/** What runs jobs that a queue outside calls for. */
export interface SentJobGround<Ctx extends SystemCtx> {
  ctx: Ctx
  pool: Pool
  jobs: Record<string, JobHandler<Ctx>>
}

/**
 * Runs a job that a queue outside calls for, by the handler that the worker would take. The row says whether there is
 * still something to do, so a call that comes twice, late, or for a job that is done does no harm.
 *
 * @param call the job's number, and the name of the run: the same when the queue tries the same run again
 * @returns what came of it
 * @throws JobStumbled after the row says so, with the time of the next try
 */
export async function runSentJob<Ctx extends SystemCtx>(ground: SentJobGround<Ctx>, call: { job: string; run: string }): Promise<'done' | 'nothing to do'> {
  const { ctx, pool, jobs } = ground
  const begun = await asSystem(pool, ({ tx }) => beginRun(tx, call.job, call.run))
  if (!begun) return 'nothing to do'

  try {
    const handler = jobs[begun.task]
    if (!handler) throw new Error(`nobody does ${begun.task} any more`)

    await handler(ctx, begun.payload)
  } catch (fault) {
    const note = { error: describeFault(fault), pauseSeconds: retryDelaySeconds(begun.attempts) }
    const next = await asSystem(pool, ({ tx }) => noteStumble(tx, call.job, call.run, note)).catch(() => null)
    log.warn({ task: begun.task, job: call.job, attempts: begun.attempts, err: fault, isOver: next?.isOver }, 'a job failed')
    throw new JobStumbled(begun.task, fault, next)
  }
  await asSystem(pool, ({ tx }) => finishRun(tx, call.job, call.run))
  return 'done'
}
