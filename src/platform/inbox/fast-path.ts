import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import type { InboxEvent } from '#platform/switchboard-types.ts'
import { limitsOf, type Inbox } from './inbox.ts'
import { runEvent, type TryOutcome } from './run-event.ts'

const cancelMs = 250

/**
 * Tries to run an event while its sender waits. When the time is over the handler is cancelled and the event is left
 * to its job; the sender waits for the cancelling no longer than a moment. Never throws: the event is stored.
 */
export async function tryFastPath<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, event: InboxEvent): Promise<TryOutcome> {
  const { fastPathMs } = limitsOf(inbox)
  const who = { provider: event.provider, eventId: event.eventId, type: event.type }
  const abort = new AbortController()
  const timers: NodeJS.Timeout[] = [setTimeout(() => abort.abort(), fastPathMs)]
  const lastMoment = new Promise<TryOutcome>((done) => timers.push(setTimeout(done, fastPathMs + cancelMs, 'late')))
  const running = runEvent(inbox, event, { by: 'fast', signal: abort.signal }).catch((fault: unknown): TryOutcome => {
    log.warn({ ...who, err: fault }, 'the fast path broke off')
    return 'late'
  })

  const outcome = await Promise.race([running, lastMoment])
  for (const timer of timers) clearTimeout(timer)
  if (outcome === 'completed') log.info(who, '✓ Fast path success')
  else noteQueued(inbox, event, outcome)
  return outcome
}

/** Says that an event goes on in the queue, and why. */
export function noteQueued<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, { provider, eventId, type }: Pick<InboxEvent, 'provider' | 'eventId' | 'type'>, outcome: TryOutcome): void {
  log.info({ provider, eventId, type, outcome }, inbox.outsideQueue ? `⏳ Queuing to ${inbox.outsideQueue}` : '⏳ Queuing')
}
