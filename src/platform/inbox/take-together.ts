import type { Asking, Decision } from '#platform/db/ask-then-write.ts'
import { askThenWriteAsSystem } from '#platform/db/as-system.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { log } from '#platform/log/log.ts'
import type { Crowd, TakeTogether } from '#platform/switchboard-types.ts'
import { cancellable, OutOfTime } from './cancellable.ts'
import { limitsOf, type Inbox } from './inbox.ts'
import { openCrowd } from './open-crowd.queries.ts'
import { storeTaken, type TakenEvent } from './store-taken.queries.ts'
import type { IncomingEvent, KnownEvent } from './store-event.queries.ts'

/** An event whose sender waits. */
export interface Waiting {
  event: IncomingEvent
  /** By `performance.now()`. */
  since: number
  done(known: KnownEvent | null): void
  fail(fault: unknown): void
}

/** Events that have to be taken one by one. */
export interface LeftAlone {
  alone: (Waiting & { isLate: boolean })[]
}

/**
 * Takes several events in one transaction: what they bring, and that they are done, become true together, once. They
 * are written only when their handler is through, as done, so none of them ever waits as a row or has a job.
 *
 * Whatever goes wrong, nothing of it stays, and the events go the way of those that come alone.
 *
 * @returns those that are still to be stored; all others have been answered
 */
export async function takeTogether<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, together: TakeTogether<Ctx>, waiting: readonly Waiting[]): Promise<LeftAlone> {
  const { firsts, repeats } = setRepeatsApart(waiting)
  const waitedMs = performance.now() - (waiting[0]?.since ?? 0)
  const clock = new AbortController()
  const timer = setTimeout(() => clock.abort(), Math.max(0, limitsOf(inbox).fastPathMs - waitedMs))
  const { signal } = clock
  const events = firsts.map(({ event }) => ({ ...event, attempts: 0 }))
  try {
    const crowd = together(inbox.ctx, events)
    const pools = { system: inbox.pool, intake: inbox.intakePool ?? null }
    const { known, left } = await cancellable(inbox.pool, signal, (runsIn) => askThenWriteAsSystem(pools, (asking) => takeAll(crowd, { asking, events, runsIn, signal })))
    return { alone: [...answer(firsts, known, left), ...repeats].map((one) => ({ ...one, isLate: false })) }
  } catch (fault) {
    if (fault instanceof DatabaseUnavailable) {
      for (const { fail } of waiting) fail(fault)
      return { alone: [] }
    }
    log.warn({ events: waiting.length, isLate: signal.aborted, err: fault }, 'events that came together are taken one by one')
    return { alone: waiting.map((one) => ({ ...one, isLate: signal.aborted })) }
  } finally {
    clearTimeout(timer)
  }
}

/** The same event may stand in a crowd twice: its second coming waits for the first. */
function setRepeatsApart(waiting: readonly Waiting[]): { firsts: Waiting[]; repeats: Waiting[] } {
  const seen = new Set<string>()
  const isFirst = ({ event }: Waiting) => !seen.has(event.eventId) && seen.add(event.eventId)
  const firsts = waiting.filter(isFirst)
  return { firsts, repeats: waiting.filter((one) => !firsts.includes(one)) }
}

interface Work {
  asking: Asking
  events: readonly TakenEvent[]
  runsIn: (pid: number) => void
  signal: AbortSignal
}

/** What became of a crowd's events. */
interface Taken {
  known: ReadonlyMap<string, KnownEvent>
  left: ReadonlySet<string>
}

async function takeAll(crowd: Crowd, { asking: { ask, pid }, events, runsIn, signal }: Work): Promise<Decision<Taken>> {
  if (pid) runsIn(pid)
  const [opened, judge] = await Promise.all([openCrowd(ask, crowd, events), crowd.look(ask)])
  runsIn(opened.pid)
  const known = new Map(opened.known.map(({ eventId, ...row }) => [eventId, row]))
  const fresh = events.filter(({ eventId }) => !known.has(eventId))
  const { writes, left: leftIds } = judge(new Set(fresh.map(({ id }) => id)))
  const left = new Set(leftIds)
  const taken = fresh.filter(({ id }) => !left.has(id))
  // Whoever waited this long for a connection was given up, and its events go another way.
  if (signal.aborted) throw new OutOfTime('no time is left to write')

  failPoint('after-payment-before-commit')
  return { found: { known, left }, writes: taken.length > 0 ? [...writes, storeTaken(taken, crowd.brings)] : [] }
}

/** Answers everybody but those whose events were left. */
function answer(firsts: readonly Waiting[], known: ReadonlyMap<string, KnownEvent>, left: ReadonlySet<string>): Waiting[] {
  const others = firsts.filter(({ event }) => left.has(event.id))
  for (const { event, done } of firsts) {
    if (left.has(event.id)) continue

    const before = known.get(event.eventId) ?? null
    if (!before) log.info({ provider: event.provider, eventId: event.eventId, type: event.type }, '✓ Fast path success')
    done(before)
  }
  return others
}
