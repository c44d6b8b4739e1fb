import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'

/** A stored event that was looked at, and whether it tells of somebody who is gone. */
export interface ToldEvent {
  id: string
  isOfGone: boolean
}

/** How events about people are told from others, and what is left of them. */
export interface EmptyingRules {
  /** The next events after an id, by their ids; none at the end. */
  read(tx: Tx, after: string | null): Promise<ToldEvent[]>
  empty(tx: Tx, ids: readonly string[]): Promise<void>
}

const roundMinutes = 10

/**
 * Asks for a walk through the inbox, in the transaction that hears of somebody who is gone. All who go within the same
 * ten minutes share one.
 *
 * @param job the name under which the switchboard has the walk
 * @example
 * await askToEmptyEvents(ctx, tx, 'empty-told-events')
 */
export async function askToEmptyEvents({ clock }: Pick<SystemCtx, 'clock'>, tx: Tx, job: string): Promise<void> {
  const round = Math.floor(clock.now().getTime() / (roundMinutes * 60_000))
  await enqueueJob(tx, job, {}, { key: `${job}:${round}`, delaySeconds: roundMinutes * 60 })
}

/**
 * Walks through the stored events and empties those about people who are gone. In small transactions, because the
 * inbox goes on meanwhile.
 *
 * @example
 * await emptyEvents(ctx, { read: readToldEvents, empty: emptyToldEvents })
 */
export async function emptyEvents(ctx: Pick<SystemCtx, 'inSystem'>, rules: EmptyingRules): Promise<void> {
  let after: string | null = null
  do {
    after = await ctx.inSystem((tx) => emptyNext(tx, rules, after))
  } while (after !== null)
}

/** @returns where to go on; null at the end */
async function emptyNext(tx: Tx, { read, empty }: EmptyingRules, after: string | null): Promise<string | null> {
  const events = await read(tx, after)
  const ids = events.filter(({ isOfGone }) => isOfGone).map(({ id }) => id)
  if (ids.length > 0) await empty(tx, ids)
  return events.at(-1)?.id ?? null
}
