import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import { countNotDone, countReceived, latencySteps, limitAsking, readAges, readDone, readQueueDepth, type Ages, type TimedEvents } from './installation-figures.queries.ts'

/** When the database is asked, and for what. */
export interface AskingLimits {
  /** Many may ask at once; the database is asked no more often than this. */
  freshMs: number
  /** An event is dated shortly before it is committed: it is looked for a moment later, so that none is passed over. */
  settledMs: number
  /** Who did not look for longer than this missed what was between. */
  lookBackMaxMs: number
}

const usualLimits: AskingLimits = { freshMs: 5_000, settledMs: 5_000, lookBackMaxMs: 600_000 }

/** What holds for the whole installation, whichever process is asked. */
export interface InstallationMetrics {
  /** Brings the metrics up to date. Never throws: without a database they say that there is none. */
  refresh(): Promise<void>
}

/**
 * The metrics that come from the database: web and worker are several processes, and a count kept in one of them would
 * be a part of the truth. Counters begin at zero with the process and go up by what came to an end since the last look,
 * whoever did it; so every web process tells the same, and several are not to be added up.
 *
 * @param registry where they are told
 */
export function makeInstallationMetrics(ctx: Pick<SystemCtx, 'inSystem'>, registry: Registry, limits = usualLimits): InstallationMetrics {
  const { freshMs, settledMs, lookBackMaxMs } = limits
  const told = tellNames(registry)
  let countedUntil: Date | null = null
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null

  const read = async () => {
    const figures = await ctx.inSystem(async (tx) => {
      await limitAsking(tx)
      const ages = await readAges(tx)
      const until = new Date(ages.now.getTime() - settledMs)
      const after = new Date(Math.max((countedUntil ?? until).getTime(), until.getTime() - lookBackMaxMs))
      return { ages, until, open: await countNotDone(tx), queue: await readQueueDepth(tx), received: await countReceived(tx, after, until), done: await readDone(tx, after, until) }
    })
    countedUntil = figures.until
    tellFigures(told, figures)
  }
  const refresh = async () => {
    try {
      await read()
      told.up.set(1)
    } catch (fault) {
      log.warn({ err: fault }, 'the metrics could not be read from the database')
      for (const gauge of [told.open, told.jobs, told.jobsLate, told.oldestPending, told.heartbeat, told.connections]) gauge.reset()
      told.up.set(0)
    }
    readAt = performance.now()
  }
  return {
    async refresh() {
      if (!reading && performance.now() - readAt < freshMs) return
      await (reading ??= refresh().finally(() => (reading = null)))
    },
  }
}

type Names = ReturnType<typeof tellNames>

function tellNames(registry: Registry) {
  const registers = [registry]
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) => new Gauge<Label>({ name: `coursecove_${name}`, help, labelNames, registers })
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) => new Counter<Label>({ name: `coursecove_${name}`, help, labelNames, registers })
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) => new Histogram<Label>({ name: `coursecove_${name}`, help, labelNames, buckets: latencySteps, registers })
  return {
    up: gauge('database_up', 'Whether the database answered for these metrics: 1 or 0.'),
    connections: gauge('database_connections', 'Connections to the database, from all processes, and how many it allows.', ['kind']),
    received: counter('inbox_events_received_total', 'Events that were stored, by provider.', ['provider']),
    completed: counter('inbox_events_completed_total', 'Events that took effect, by provider and by the path: fast or queue.', ['provider', 'path']),
    here: histogram('inbox_processing_seconds', 'From arrival to effect.', ['provider', 'path']),
    sync: histogram('inbox_sync_seconds', 'From when it happened at the provider to effect here.', ['provider']),
    open: gauge('inbox_open_events', 'Events that are not done, by provider and state: pending, waiting, failed. Failed ones were given up.', ['provider', 'state']),
    oldestPending: gauge('inbox_oldest_pending_seconds', 'Age of the oldest event that is neither done nor given up; 0 when there is none.'),
    jobs: gauge('jobs', 'Jobs by task and state: queued, running, retrying, failed. Failed ones were given up.', ['task', 'state']),
    jobsLate: gauge('jobs_late_seconds', 'By how much the most overdue job of a task is late; 0 when none is.', ['task']),
    heartbeat: gauge('worker_heartbeat_age_seconds', 'Since a worker was last seen. Absent when none ever was.'),
  }
}

interface Figures {
  ages: Ages
  open: { provider: string; state: string; count: number }[]
  queue: { task: string; state: string; count: number; lateSeconds: number }[]
  received: { provider: string; count: number }[]
  done: { here: TimedEvents[]; sync: TimedEvents[] }
}

function tellFigures(told: Names, { ages, open, queue, received, done }: Figures): void {
  for (const gauge of [told.open, told.jobs, told.jobsLate, told.heartbeat]) gauge.reset()
  for (const { provider, state, count } of open) told.open.set({ provider, state }, count)
  told.oldestPending.set(ages.oldestPendingSeconds ?? 0)
  if (ages.heartbeatSeconds === null) told.heartbeat.remove()
  else told.heartbeat.set(ages.heartbeatSeconds)
  told.connections.set({ kind: 'used' }, ages.connections)
  told.connections.set({ kind: 'max' }, ages.connectionsMax)
  tellQueue(told, queue)

  for (const { provider, count } of received) told.received.inc({ provider }, count)
  for (const one of done.here) {
    told.completed.inc({ provider: one.provider, path: one.path }, one.count)
    observe(told.here, { provider: one.provider, path: one.path }, one)
  }
  for (const one of done.sync) observe(told.sync, { provider: one.provider }, one)
}

function tellQueue(told: Names, queue: Figures['queue']): void {
  const late = new Map<string, number>()
  for (const { task, state, count, lateSeconds } of queue) {
    told.jobs.set({ task, state }, count)
    const isDue = state === 'queued' || state === 'retrying'
    late.set(task, Math.max(late.get(task) ?? 0, isDue ? lateSeconds : 0))
  }
  for (const [task, seconds] of late) told.jobsLate.set({ task }, seconds)
}

/** All of one step count as their mean: the step and the sum come out the same as one by one. */
function observe<Label extends string>(histogram: Histogram<Label>, labels: Record<Label, string>, { count, seconds }: TimedEvents): void {
  const child = histogram.labels(labels)
  for (let nth = 0; nth < count; nth += 1) child.observe(seconds)
}
