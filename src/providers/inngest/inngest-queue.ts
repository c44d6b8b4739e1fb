import { Hono } from 'hono'
import type { Inngest } from 'inngest'
import type { InngestConfig } from '#platform/config/inngest-config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { groundCron, groundJobs } from '#platform/jobs/ground-jobs.ts'
import { beatHeart } from '#platform/jobs/heartbeat.queries.ts'
import type { JobQueue } from '#platform/jobs/job-queue.ts'
import { processInboxEvent } from '#platform/inbox/inbox-jobs.ts'
import type { RunningWorker, WorkerGround } from '#platform/jobs/run-worker.ts'
import { runSentJob } from '#platform/jobs/run-sent-job.ts'
import { oneAtATime, sendJobs } from '#platform/jobs/send-jobs.ts'
import { enqueueByClock, freeLostRuns } from '#platform/jobs/sent-jobs.queries.ts'
import { log } from '#platform/log/log.ts'
import { eventOf, inngestFunctions, type Work } from './inngest-functions.ts'
import { inngestLog } from './inngest-log.ts'
import { loadInngest, type InngestSdk } from './load-inngest.ts'

const lookEveryMs = 1000
const answerWithinMs = 10_000
const sweep = 'sweep-lost-jobs'

/** Inngest, ready: its client, and what answers its calls. */
interface Line {
  client: Inngest.Any
  served: Hono
}

/**
 * Inngest as the queue: each row is told to it after its commit, and it calls `/api/inngest` when the job is due. Its
 * own clock runs the crontab, so that no process of ours has to live on.
 *
 * @param publicOrigin how Inngest reaches this installation
 * @param ground asked for when it is first needed
 */
export function inngestQueue<Ctx extends SystemCtx>(config: InngestConfig, publicOrigin: string, ground: () => WorkerGround<Ctx>): JobQueue {
  let line: Promise<Line> | null = null
  let timer: NodeJS.Timeout | undefined
  const open = () => (line ??= openLine(config, publicOrigin, workOf(ground())))
  const send = oneAtATime(() => sendJobs(ground().pool, async (jobs) => void (await (await open()).client.send(jobs.map(eventOf)))))
  const nudge = () => void send()
  const attend = async () => {
    await open()
    timer ??= setInterval(nudge, lookEveryMs)
  }

  return {
    outsideName: 'Inngest',
    attend,
    nudge,
    flush: send,
    async tick() {
      await workOf(ground()).writeByClock(sweep)
      await send()
    },
    async work() {
      await attend()
      log.info('worker is running: it sends jobs to Inngest, which calls the web process for them')
      return untilStopped()
    },
    async answer(request) {
      const { served } = await open()
      const answer = await served.fetch(request)
      // What the job has asked for is on its way before the call ends: some hosts stop a process with its answer.
      if (request.method === 'POST') await send()
      return answer
    },
    async close() {
      clearInterval(timer)
    },
  }
}

function workOf<Ctx extends SystemCtx>(ground: WorkerGround<Ctx>): Work {
  const { ctx, pool, switchboard } = ground
  const jobs = { ...groundJobs(ground), ...switchboard.jobs }
  return {
    tasks: Object.keys(jobs).filter((task) => task !== processInboxEvent),
    providers: Object.keys(switchboard.inbox),
    cron: [...groundCron, ...switchboard.cron],
    runJob: (job, run) => runSentJob({ ctx, pool, jobs }, { job, run }),
    async writeByClock(task) {
      if (task === sweep) await freeAndBeat(ground)
      return ctx.inSystem((tx) => enqueueByClock(tx, task))
    },
  }
}

/** Once a minute: it says that Inngest calls, and frees what it began and never ended. */
async function freeAndBeat<Ctx extends SystemCtx>({ ctx, pool }: WorkerGround<Ctx>): Promise<void> {
  await beatHeart(pool, 'inngest')
  const freed = await ctx.inSystem(freeLostRuns)
  if (freed > 0) log.warn({ freed }, 'jobs of runs that never came back are free again')
}

async function openLine(config: InngestConfig, publicOrigin: string, work: Work): Promise<Line> {
  const sdk: InngestSdk = await loadInngest()
  const client = new sdk.core.Inngest({
    id: 'coursecove',
    eventKey: config.eventKey,
    isDev: config.isDev,
    ...(config.signingKey ? { signingKey: config.signingKey } : {}),
    ...(config.signingKeyFallback ? { signingKeyFallback: config.signingKeyFallback } : {}),
    ...(config.baseUrl ? { baseUrl: config.baseUrl } : {}),
    logger: inngestLog,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) }),
  })
  // A name that a stranger sends as Host must not become the address of our functions.
  const origin = config.serveOrigin ?? (config.isDev ? undefined : publicOrigin)
  const handler = sdk.hono.serve({ client, functions: inngestFunctions(sdk, client, work), ...(origin ? { serveOrigin: origin } : {}) })
  return { client, served: new Hono().on(['GET', 'PUT', 'POST'], '/api/inngest', (c) => handler(c)) }
}

function untilStopped(): RunningWorker {
  let stop: () => void = () => {}
  const ended = new Promise<void>((done) => (stop = done))
  return {
    ended,
    async stop() {
      stop()
      await ended
    },
  }
}
