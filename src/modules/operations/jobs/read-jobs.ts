import type { GroundCtx, SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { planRuns, type PlannedJob } from '#platform/jobs/next-run.ts'
import { log } from '#platform/log/log.ts'
import { scrub } from '../inbox/mask-payload.ts'
import { countJobs, listWorkers, retryGivenUp, selectJobs, type JobCount, type JobLine, type WorkerSeen } from './jobs.queries.ts'
import type { JobState } from './job-states.ts'

const pageSize = 50

/** The queue: a page of its jobs, how many there are, what comes by the clock, and who works. */
export interface JobsPage {
  jobs: JobLine[]
  nextCursor: string | null
  counts: JobCount[]
  planned: PlannedJob[]
  workers: WorkerSeen[]
}

/**
 * The jobs in a state, the newest first, fifty a page.
 *
 * @param ask the state (null: all), the cursor of the page before, and the lines of the crontab
 * @throws NotFound for a cursor that no page gave out
 */
export async function readJobs(ctx: Pick<SystemCtx, 'inSystem'> & Pick<GroundCtx, 'clock'>, ask: { state: JobState | null; cursor: string | null; cron: readonly string[] }): Promise<JobsPage> {
  if (ask.cursor !== null && !isJobId(ask.cursor)) throw new NotFound('a cursor that no page gave out')
  return ctx.inSystem(async (tx) => {
    const found = await selectJobs(tx, ask.state, ask.cursor, pageSize + 1)
    const jobs = found.slice(0, pageSize).map((job) => ({ ...job, lastError: job.lastError === null ? null : scrub(job.lastError.split('\n')[0] ?? '', []) }))
    return {
      jobs,
      nextCursor: found.length > pageSize ? (jobs.at(-1)?.id ?? null) : null,
      counts: await countJobs(tx),
      planned: planRuns(ask.cron, ctx.clock.now()),
      workers: await listWorkers(tx),
    }
  })
}

/**
 * Lets a job that was given up run again, now and from the beginning.
 *
 * @param by the operator, for the log
 * @returns whether it was one that was given up
 */
export async function retryJob(ctx: Pick<SystemCtx, 'inSystem'>, id: string, by: string): Promise<boolean> {
  if (!isJobId(id)) return false
  const isRetried = await ctx.inSystem((tx) => retryGivenUp(tx, id))
  log.info({ by, job: id, isRetried }, 'a job is tried again by an operator')
  return isRetried
}

/** A number that PostgreSQL's bigint holds. */
function isJobId(text: string): boolean {
  return /^\d{1,18}$/.test(text)
}
