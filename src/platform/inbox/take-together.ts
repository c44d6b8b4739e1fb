import { asSystem, type SystemTransaction } from '#platform/db/as-system.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { log } from '#platform/log/log.ts'
import type { Crowd, TakeTogether } from '#platform/switchboard-types.ts'
import { cancellable } from './cancellable.ts'
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
  const signal = AbortSignal.timeout(Math.max(0, Math.floor(limitsOf(inbox).fastPathMs - waitedMs)))
  const events = firsts.map(({ event }) => ({ ...event, attempts: 0 }))
  try {
    const crowd = together(inbox.ctx, events)
    const { known, left } = await asSystem(inbox.pool, (opened) => cancellable(inbox.pool, signal, (runsIn) => takeAll(crowd, { opened, events, runsIn })), openCrowd(crowd, events))
    return { alone: [...answer(firsts, known, left), ...repeats].map((one) => ({ ...one, isLate: false })) }
  } catch (fault) {
    if (fault instanceof DatabaseUnavailable) {
      for (const { fail } of waiting) fail(fault)
      return { alone: [] }
    }
    log.warn({ events: waiting.length, isLate: signal.aborted, err: fault }, 'events that came together are taken one by one')
    return { alone: waiting.map((one) => ({ ...one, isLate: signal.aborted })) }
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
  opened: SystemTransaction
  events: readonly TakenEvent[]
  runsIn: (pid: number) => void
}

async function takeAll(crowd: Crowd, { opened: { ask, opening }, events, runsIn }: Work) {
  runsIn(Number(opening.pid))
  const known = new Map(((opening.known ?? []) as (KnownEvent & { eventId: string })[]).map(({ eventId, ...row }) => [eventId, row]))
  const fresh = events.filter(({ eventId }) => !known.has(eventId))
  const left = new Set(fresh.length > 0 ? await crowd.apply(ask, new Set(fresh.map(({ id }) => id))) : [])
  const taken = fresh.filter(({ id }) => !left.has(id))
  failPoint('after-payment-before-commit')
  if (taken.length > 0) await storeTaken(ask, taken, crowd.brings)
  return { known, left }
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
