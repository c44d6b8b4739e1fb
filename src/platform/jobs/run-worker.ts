import { EventEmitter } from 'node:events'
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import { openDirectPool, type DirectSource } from '#platform/db/direct-connection.ts'
import { hasNoSessions } from '#platform/db/logins.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import type { JobHandler, Switchboard } from '#platform/switchboard-types.ts'
import type { Retention } from './forget-old-events.ts'
import { groundCron, groundJobs } from './ground-jobs.ts'
import { beatHeart } from './heartbeat.queries.ts'
import { holdName } from './hold-name.queries.ts'
import { freeJobsOfTheDead } from './sweep.queries.ts'
import { workerLog } from './worker-log.ts'

/** What a worker works with. */
export interface WorkerGround<Ctx extends SystemCtx> {
  source: DirectSource
  ctx: Ctx
  /** The pool of the `system` login, for the jobs' own work. */
  pool: Pool
  switchboard: Switchboard<Ctx>
  /** For how long events are kept; the usual if not given. */
  retention?: Retention
}

/** A worker at work. */
export interface RunningWorker {
  /** Takes no new jobs and lets the running ones come to their end. */
  stop(): Promise<void>
  /** Resolves when it stopped, asked or not. Rejects when it cannot go on: then the process ends and is started anew. */
  ended: Promise<void>
}

const jobsAtOnce = 4
const beatSeconds = 5
/**
 * The next job is the first of an index. The planner, which sees a table that is small now, would rather read all of it and
 * sort, with the thousands of jobs that ran in the last minute and are not swept yet: under a storm that was half of what
 * the database did.
 */
const queueSettings = 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off'

/** Runs the jobs of the switchboard and those of the ground. */
export async function runWorker<Ctx extends SystemCtx>(ground: WorkerGround<Ctx>): Promise<RunningWorker> {
  const queue = openDirectPool(ground.source, 'coursecove-queue', jobsAtOnce, queueSettings)
  const events: WorkerEvents = new EventEmitter()
  const named = new Promise<string>((done) => events.once('pool:create', ({ workerPool }) => done(workerPool.id)))
  const runner: Runner = await run({
    pgPool: queue,
    concurrency: jobsAtOnce,
    taskList: taskList(ground),
    crontab: [...groundCron, ...ground.switchboard.cron].join('\n'),
    events,
    logger: workerLog,
    noHandleSignals: true,
    noPreparedStatements: hasNoSessions(ground.source),
  })
  const name = await named
  const held = holdName(ground.source, name)
  const timer = setInterval(beat, beatSeconds * 1000)
  beat()
  log.info({ worker: name }, 'worker is running')

  function beat(): void {
    void beatHeart(ground.pool, name).catch((fault: unknown) => log.warn({ err: fault }, 'the heartbeat could not be written'))
    freeJobsOfTheDead(queue).then(
      (dead) => dead.length > 0 && log.warn({ dead }, 'jobs of a worker that died are free again'),
      (fault: unknown) => log.warn({ err: fault }, 'jobs of dead workers could not be freed'),
    )
  }
  const ended = runner.promise.finally(async () => {
    clearInterval(timer)
    await held.release()
    await queue.end()
  })
  return { stop: () => runner.stop(), ended }
}

function taskList<Ctx extends SystemCtx>(ground: WorkerGround<Ctx>): TaskList {
  const jobs: Record<string, JobHandler<Ctx>> = { ...groundJobs(ground), ...ground.switchboard.jobs }
  return Object.fromEntries(Object.entries(jobs).map(([task, work]) => [task, (payload: unknown) => work(ground.ctx, payload)]))
}
