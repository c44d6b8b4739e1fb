import { asSystem } from '#platform/db/as-system.ts'
import { DatabaseUnavailable } from '#platform/db/database-faults.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { failPoint } from '#platform/failpoints/fail-point.ts'
import { describeFault, retryDelaySeconds, waitDelaySeconds, waitingDaysMax } from '#platform/jobs/retry-schedule.ts'
import { log } from '#platform/log/log.ts'
import type { InboxEvent } from '#platform/switchboard-types.ts'
import { cancellable, whenOver } from './cancellable.ts'
import { DependencyNotReady } from './dependency-not-ready.ts'
import { limitsOf, type Inbox } from './inbox.ts'
import { completeEvent, lockForNote, lockPendingEvent, noteTry } from './inbox-events.queries.ts'
import { holdDependency } from './wake-waiting.queries.ts'

/**
 * How a try ended. `taken`: somebody else is at it, or it was done meanwhile. `late`: cancelled, and nothing of it
 * stays. `again` and `waiting` have their next job; `failed` waits for a person.
 */
export type TryOutcome = 'completed' | 'taken' | 'late' | 'again' | 'waiting' | 'failed'

/**
 * Whoever brings what an event waits for wakes it, so looking again is for what nobody thought of. Looked for every two
 * seconds, the hundreds that wait in a storm took half of the worker from those that came.
 */
const lookAgainSeconds = 30

/** By which way an event is run, and when its time is over. */
export interface TryOptions {
  by: 'fast' | 'queue'
  signal: AbortSignal
}

/**
 * Runs a stored event once. Its effect and its completion are one transaction with its row locked, so however many
 * try at once and wherever one of them dies, it takes effect exactly once.
 *
 * @throws DatabaseUnavailable when not even the outcome can be written down
 */
export async function runEvent<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: InboxEvent, options: TryOptions): Promise<TryOutcome> {
  try {
    return await applyEvent(inbox, event, options)
  } catch (fault) {
    // Whatever it says: a handler that was cancelled has not failed.
    if (options.by === 'fast' && options.signal.aborted) return 'late'
    if (fault instanceof DatabaseUnavailable) throw fault

    return noteFault(inbox, event, fault)
  }
}

async function applyEvent<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: InboxEvent, { by, signal }: TryOptions): Promise<TryOutcome> {
  const { ctx, pool, switchboard } = inbox
  const handler = switchboard.inbox[event.provider]?.[event.type]
  const prepared = handler?.prepare ? await inTime(signal, handler.prepare(ctx, event, signal)) : undefined

  return asSystem(pool, ({ tx }) =>
    cancellable(pool, signal, async (runsIn) => {
      const pid = await lockPendingEvent(tx, event.id)
      if (!pid) return 'taken'
      runsIn(pid)

      await handler?.apply(ctx, tx, event, prepared)
      failPoint(by === 'fast' ? 'after-payment-before-commit' : 'in-worker')
      await completeEvent(tx, event.id, by)
      return 'completed'
    }),
  )
}

async function inTime<T>(signal: AbortSignal, asking: Promise<T>): Promise<T> {
  const { over, forget } = whenOver(signal)
  try {
    return await Promise.race([asking, over])
  } finally {
    forget()
  }
}

async function noteFault<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: InboxEvent, fault: unknown): Promise<TryOutcome> {
  const who = { provider: event.provider, eventId: event.eventId, type: event.type }
  const outcome = await asSystem(inbox.pool, async ({ tx }): Promise<TryOutcome> => {
    const row = await lockForNote(tx, event.id)
    if (!row) return 'taken'

    if (fault instanceof DependencyNotReady) return noteWaiting(tx, event.id, row, fault)

    const attempts = row.attempts + 1
    const isOver = attempts >= limitsOf(inbox).attemptsMax
    await noteTry(tx, event.id, { attempts, error: describeFault(fault), waitingOn: null, againInSeconds: isOver ? null : retryDelaySeconds(attempts) })
    return isOver ? 'failed' : 'again'
  })

  if (fault instanceof DependencyNotReady) log.info({ ...who, dependency: fault.dependency }, 'Dependencies not ready')
  else log.warn({ ...who, err: fault, outcome }, 'an event could not be handled')
  return outcome
}

/** What came after the try had looked and before it is seen waiting wakes nobody: so it is looked for once more. */
async function noteWaiting(tx: Tx, id: string, row: { attempts: number; waitedSeconds: number }, fault: DependencyNotReady): Promise<TryOutcome> {
  await holdDependency(tx, fault.dependency)
  const delaySeconds = waitDelaySeconds(row.waitedSeconds, lookAgainSeconds)
  const againInSeconds = delaySeconds !== null && (await fault.isThere(tx)) ? 0 : delaySeconds
  const error = againInSeconds === null ? `${fault.message} (after ${waitingDaysMax} days)` : fault.message
  await noteTry(tx, id, { attempts: row.attempts, error, waitingOn: fault.dependency, againInSeconds })
  return againInSeconds === null ? 'failed' : 'waiting'
}
