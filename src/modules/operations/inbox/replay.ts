import type { SystemCtx } from '#platform/ctx.ts'
import { replayEvents } from '#platform/inbox/replay-events.ts'
import { log } from '#platform/log/log.ts'
import { matchingMax, type InboxFilter } from './inbox-filter.schema.ts'
import { countEvents, countOpen, countReplayable, selectReplayable } from './inbox.queries.ts'

/** Which events are to be tried again: some, by their rows' ids, or all that fit. */
export type ReplayChoice = { ids: readonly string[] } | { filter: InboxFilter }

/** What a replay would do, before it is done. */
export interface ReplayFigures {
  failed: number
  /** Not given up yet: their pause ends now. */
  pending: number
  /** Done, so they stay as they are. */
  completed: number
  /** More fit than are taken at once. */
  hasMore: boolean
}

/** What a replay of this choice would do. */
export async function previewReplay(ctx: Pick<SystemCtx, 'inSystem'>, choice: ReplayChoice): Promise<ReplayFigures> {
  return ctx.inSystem(async (tx) => {
    if ('ids' in choice) return { ...(await countOpen(tx, choice.ids)), hasMore: false }

    const { failed, pending } = await countReplayable(tx, choice.filter, matchingMax + 1)
    const { completed } = await countEvents(tx, { ...choice.filter, status: choice.filter.status ?? 'completed' }, matchingMax)
    return { failed, pending, completed, hasMore: failed + pending > matchingMax }
  })
}

/**
 * Lets the chosen events be tried from the beginning, now; 10,000 at most, oldest first. What is done stays done, and
 * what is being tried this moment is left to that try, so this may be asked twice.
 *
 * @param by the operator, for the log
 * @returns how many will be tried again
 */
export async function replayChosen(ctx: Pick<SystemCtx, 'inSystem'>, choice: ReplayChoice, by: string): Promise<number> {
  const ids = 'ids' in choice ? choice.ids : await ctx.inSystem((tx) => selectReplayable(tx, choice.filter, matchingMax))
  const replayed = await replayEvents(ctx, ids)
  log.info({ by, asked: ids.length, replayed }, 'events are tried again by an operator')
  return replayed
}
