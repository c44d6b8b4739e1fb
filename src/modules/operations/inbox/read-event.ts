import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { findEventRow, type InboxLine } from './inbox.queries.ts'
import { maskPayload, scrub } from './mask-payload.ts'
import { findPersonOfEvent, type PersonHere } from './person.queries.ts'

/** One event as the operator may see it: its story, and no personal data. */
export interface InboxEventView extends InboxLine {
  lastAttemptAt: Date | null
  /** Why the last try did not succeed, without what the payload says of people. */
  reason: string | null
  /** The payload as text, with personal data masked. */
  payload: string
  person: PersonHere | null
}

/**
 * One event of the inbox.
 *
 * @param id of the row in `webhook_events`
 * @throws NotFound when there is no such event
 */
export async function readInboxEvent(ctx: Pick<SystemCtx, 'inSystem'>, id: string): Promise<InboxEventView> {
  const found = await ctx.inSystem(async (tx) => {
    const event = await findEventRow(tx, id)
    return event ? { event, person: await findPersonOfEvent(tx, id) } : null
  })
  if (!found) throw new NotFound('there is no such event')

  const { payload, error, ...event } = found.event
  const { shown, hidden } = maskPayload(payload)
  return {
    ...event,
    waitingOn: event.waitingOn === null ? null : scrub(event.waitingOn, []),
    reason: error === null ? null : scrub(error, hidden),
    payload: shown,
    person: found.person,
  }
}
