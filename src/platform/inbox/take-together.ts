import { writeAtOnce, type Asking, type Decision } from '#platform/db/ask-then-write.ts'
import { askThenWriteAsSystem } from '#platform/db/as-system.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { log } from '#platform/log/log.ts'
import type { Crowd, TakeTogether } from '#platform/switchboard-types.ts'
import { cancellable, OutOfTime } from './cancellable.ts'
import { limitsOf, type Inbox } from './inbox.ts'
import { locksOf, openCrowd } from './open-crowd.queries.ts'
import { bindUsual, storeTaken, type TakenEvent, type UsuallyTaken } from './store-taken.queries.ts'
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
  let open: readonly Waiting[] = firsts
  try {
    const crowd = together(inbox.ctx, eventsOf(firsts))
    open = await takeUsual(inbox, crowd, firsts, signal)
    if (open.length > 0) open = await takeAny(inbox, open === firsts ? crowd : together(inbox.ctx, eventsOf(open)), open, signal)
    return { alone: [...open, ...repeats].map((one) => ({ ...one, isLate: false })) }
  } catch (fault) {
    const unanswered = [...open, ...repeats]
    if (fault instanceof DatabaseUnavailable) {
      for (const { fail } of unanswered) fail(fault)
      return { alone: [] }
    }
    log.warn({ events: unanswered.length, isLate: signal.aborted, err: fault }, 'events that came together are taken one by one')
    return { alone: unanswered.map((one) => ({ ...one, isLate: signal.aborted })) }
  } finally {
    clearTimeout(timer)
  }
}

function eventsOf(waiting: readonly Waiting[]): TakenEvent[] {
  return waiting.map(({ event }) => ({ ...event, attempts: 0 }))
}

/** The same event may stand in a crowd twice: its second coming waits for the first. */
function setRepeatsApart(waiting: readonly Waiting[]): { firsts: Waiting[]; repeats: Waiting[] } {
  const seen = new Set<string>()
  const isFirst = ({ event }: Waiting) => !seen.has(event.eventId) && seen.add(event.eventId)
  const firsts = waiting.filter(isFirst)
  return { firsts, repeats: waiting.filter((one) => !firsts.includes(one)) }
}

/**
 * The short way, in one round trip: one statement takes what is as it usually is.
 *
 * @returns who has no answer, because theirs is not, or there is no such way
 */
async function takeUsual<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, crowd: Crowd, waiting: readonly Waiting[], signal: AbortSignal): Promise<readonly Waiting[]> {
  const { intakePool } = inbox
  if (!intakePool || !crowd.usually) return waiting

  const statements = [locksOf(crowd), bindUsual(crowd.usually, eventsOf(waiting), crowd.brings)]
  failPoint('after-payment-before-commit')
  const answers = await cancellable(inbox.pool, signal, (runsIn) => writeAtOnce(intakePool, statements, runsIn))
  const found = new Map((answers[1] as UsuallyTaken[]).map((row) => [row.eventId, row]))
  return answer(waiting, ({ eventId }) => {
    const row = found.get(eventId)
    if (row?.id) return { id: row.id, status: row.status, bodySha256: row.bodySha256 }
    return row?.isTaken ? 'taken' : 'left'
  })
}

/** The long way, in two: it asks what stands of everybody, and decides. */
async function takeAny<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, crowd: Crowd, waiting: readonly Waiting[], signal: AbortSignal): Promise<readonly Waiting[]> {
  const pools = { system: inbox.pool, intake: inbox.intakePool ?? null }
  const events = eventsOf(waiting)
  const { known, left } = await cancellable(inbox.pool, signal, (runsIn) => askThenWriteAsSystem(pools, (asking) => takeAll(crowd, { asking, events, runsIn, signal })))
  return answer(waiting, ({ id, eventId }) => known.get(eventId) ?? (left.has(id) ? 'left' : 'taken'))
}

interface Work {
  asking: Asking
  events: readonly TakenEvent[]
  runsIn: (pid: number | null) => void
  signal: AbortSignal
}

/** What became of a crowd's events. */
interface Taken {
  known: ReadonlyMap<string, KnownEvent>
  left: ReadonlySet<string>
}

async function takeAll(crowd: Crowd, { asking: { ask, pid }, events, runsIn, signal }: Work): Promise<Decision<Taken>> {
  runsIn(pid)
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

/** Answers everybody but those whose events were left, and returns these. */
function answer(waiting: readonly Waiting[], becameOf: (event: IncomingEvent) => KnownEvent | 'taken' | 'left'): Waiting[] {
  const others: Waiting[] = []
  const taken: IncomingEvent[] = []
  for (const one of waiting) {
    const became = becameOf(one.event)
    if (became === 'left') {
      others.push(one)
      continue
    }
    one.done(became === 'taken' ? null : became)
    if (became === 'taken') taken.push(one.event)
  }
  if (taken.length > 0) setImmediate(noteTaken, taken)
  return others
}

/** After the answers are on their way: nobody waits for a line of the log. */
function noteTaken(events: readonly IncomingEvent[]): void {
  for (const { provider, eventId, type } of events) log.info({ provider, eventId, type }, '✓ Fast path success')
}
