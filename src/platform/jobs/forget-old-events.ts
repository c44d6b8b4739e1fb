import type { SystemCtx } from '#platform/ctx.ts'
import { deleteOldEvents, deleteOldFacts } from './old-events.queries.ts'

/** For how many days events are kept, counted from when they came. */
export interface Retention {
  /** What was done: of the inbox, and facts that everyone has heard. */
  doneDays: number
  /** What was given up: somebody may want to look at it, and try it again. */
  failedDays: number
}

export const usualRetention: Retention = { doneDays: 30, failedDays: 180 }

const batch = 1000

/**
 * Forgets what is old. A repeat that comes later still does no harm: a signature is good for five minutes, and nobody
 * sends an event for a month. What waits to be done is never forgotten.
 *
 * In batches of a thousand, each a transaction of its own, so that no lock is held for long and the inbox goes on.
 *
 * @returns how many rows went
 */
export async function forgetOldEvents(ctx: Pick<SystemCtx, 'inSystem'>, retention: Retention): Promise<{ done: number; failed: number; facts: number }> {
  const { doneDays, failedDays } = retention
  const untilNone = async (deleteSome: Parameters<SystemCtx['inSystem']>[0]) => {
    let sum = 0
    for (let count = batch; count === batch; sum += count) count = Number(await ctx.inSystem(deleteSome))
    return sum
  }
  return {
    done: await untilNone((tx) => deleteOldEvents(tx, { status: 'completed', days: doneDays, limit: batch })),
    failed: await untilNone((tx) => deleteOldEvents(tx, { status: 'failed', days: failedDays, limit: batch })),
    facts: await untilNone((tx) => deleteOldFacts(tx, { days: doneDays, limit: batch })),
  }
}
