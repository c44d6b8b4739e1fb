import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { readCursor, writeCursor } from '../time-cursor.ts'
import { matchingMax, type InboxFilter } from './inbox-filter.schema.ts'
import { countEvents, countReplayable, groupErrors, listProviders, selectEvents, type ErrorKind, type InboxLine } from './inbox.queries.ts'
import { scrub } from './mask-payload.ts'
import { findReachEnd } from './reach.queries.ts'
import { findPerson, type PersonHere } from './person.queries.ts'

const pageSize = 50
const kindsMax = 12

/** A page of the inbox, and what it says about everything that fits. */
export interface InboxPage {
  events: InboxLine[]
  nextCursor: string | null
  /** How far back the search went; null when it went through everything. */
  lookedBackTo: Date | null
  /** How many fit that are done, and that are not: each counted no further than just past `matchingMax`. */
  counts: { completed: number; open: number }
  /** What is open in the whole inbox, whatever the filter: for the ways to it. */
  open: { failed: number; waiting: number; pending: number }
  kinds: ErrorKind[]
  providers: string[]
  /** The person whose id or address was looked for; null when nobody is known by it, or nobody was looked for. */
  person: PersonHere | null
}

/**
 * The events that fit, the newest first, fifty a page, with the reasons why others are open.
 *
 * @param cursor of the page before
 * @throws NotFound for a cursor that no page gave out
 */
export async function readInbox(ctx: Pick<SystemCtx, 'inSystem'>, filter: InboxFilter, cursor: string | null): Promise<InboxPage> {
  const before = readCursor(cursor)
  const everything: InboxFilter = { status: undefined, provider: '', type: '', text: '', since: null, until: null }
  return ctx.inSystem(async (tx) => {
    const found = await selectEvents(tx, filter, before, pageSize + 1)
    const events = found.slice(0, pageSize).map(({ atMicros: _, ...event }) => ({ ...event, waitingOn: event.waitingOn === null ? null : scrub(event.waitingOn, []) }))
    const last = found[pageSize - 1]
    const failed = await countEvents(tx, { ...everything, status: 'failed' }, matchingMax)
    const pending = await countEvents(tx, { ...everything, status: 'pending' }, matchingMax)
    return {
      events,
      nextCursor: found.length > pageSize && last ? writeCursor(last) : null,
      lookedBackTo: await findReachEnd(tx, filter),
      counts: await countFitting(tx, filter),
      open: { failed: failed.failed, waiting: pending.waiting, pending: pending.pending },
      kinds: await groupErrors(tx, kindsMax),
      providers: await listProviders(tx),
      person: filter.text ? await findPerson(tx, filter.text) : null,
    }
  })
}

/** What is not done is few and matters, so it is counted by itself: among all, it would be lost behind what is done. */
async function countFitting(tx: Tx, filter: InboxFilter): Promise<InboxPage['counts']> {
  const { failed, pending } = await countReplayable(tx, filter, matchingMax + 1)
  const { completed } = await countEvents(tx, { ...filter, status: filter.status ?? 'completed' }, matchingMax + 1)
  return { completed, open: failed + pending }
}
