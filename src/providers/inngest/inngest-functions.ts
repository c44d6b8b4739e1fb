import { z } from 'zod'
import type { Inngest, InngestFunction } from 'inngest'
import type { UnsentJob } from '#platform/jobs/sent-jobs.queries.ts'
import { JobStumbled } from '#platform/jobs/run-sent-job.ts'
import type { InngestSdk } from './load-inngest.ts'

/** What the functions lead to. */
export interface Work {
  /** Names of jobs, without the inbox's. */
  tasks: readonly string[]
  /** Who sends events to the inbox. */
  providers: readonly string[]
  /** Lines of a crontab, UTC: `minute hour day month weekday task`. */
  cron: readonly string[]
  /** Runs a job, by its number. */
  runJob(job: string, run: string): Promise<string>
  /** Writes the row of a job of the crontab. @returns its number */
  writeByClock(task: string): Promise<string>
}

/** Inngest's own word for a run that the clock began. */
const clockEvent = 'inngest/scheduled.timer'
/** As many as Inngest allows. Where they end, the row goes on by itself. */
const retries = 20
const said = z.object({ job: z.string().regex(/^\d+$/) })

/** The event that tells Inngest of a job: names and numbers only, what a job carries stays here. */
export function eventOf(job: UnsentJob): { id: string; name: string; data: { job: string; task: string }; ts: number } {
  const name = job.provider ? `coursecove/${job.provider}.webhook` : `coursecove/${job.task}`
  return { id: job.eventId, name, data: { job: job.id, task: job.task }, ts: Math.max(job.runAt.getTime(), 1) }
}

/** One function for each job and, under names like `process-clerk-webhook`, for each source of events. */
export function inngestFunctions({ core }: InngestSdk, client: Inngest.Any, work: Work): InngestFunction.Any[] {
  const inbox = work.providers.map((provider) => ({ id: `process-${provider}-webhook`, triggers: [{ event: `coursecove/${provider}.webhook` }] }))
  const jobs = work.tasks.map((task) => ({ id: task, triggers: [{ event: `coursecove/${task}` }, ...clockTriggers(work.cron, task)] }))
  return [...inbox, ...jobs].map(({ id, triggers }) =>
    client.createFunction({ id, triggers, retries, checkpointing: false }, async ({ event, runId }) => {
      try {
        const job = event.name === clockEvent ? await work.writeByClock(id) : said.parse(event.data).job
        return await work.runJob(job, `run:${runId}`)
      } catch (fault) {
        throw translateFault(core, fault)
      }
    }),
  )
}

/** The row knows best when the next try is due, and whether there is one. */
function translateFault({ NonRetriableError, RetryAfterError }: InngestSdk['core'], fault: unknown): unknown {
  if (!(fault instanceof JobStumbled) || !fault.next) return fault

  return fault.next.isOver ? new NonRetriableError(fault.message) : new RetryAfterError(fault.message, fault.next.runAt)
}

function clockTriggers(cron: readonly string[], task: string): { cron: string }[] {
  return cron.map((line) => line.trim().split(/\s+/)).filter((fields) => fields[5] === task).map((fields) => ({ cron: fields.slice(0, 5).join(' ') }))
}
