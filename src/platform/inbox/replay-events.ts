import type { SystemCtx } from '#platform/ctx.ts'
import { reopenEvents } from './inbox-events.queries.ts'

const batch = 500

/**
 * Lets many events be tried from the beginning, now, a batch a transaction. What is completed stays completed, and what
 * is being tried this moment is left to that try: a worker that holds an event is never waited for.
 *
 * @param ids of rows in `webhook_events`
 * @returns how many will be tried again
 */
export async function replayEvents(ctx: Pick<SystemCtx, 'inSystem'>, ids: readonly string[]): Promise<number> {
  let reopened = 0
  for (let start = 0; start < ids.length; start += batch) {
    reopened += await ctx.inSystem((tx) => reopenEvents(tx, ids.slice(start, start + batch)))
  }
  return reopened
}
