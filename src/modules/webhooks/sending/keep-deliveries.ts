import type { SystemCtx } from '#platform/ctx.ts'
import { deleteOldDeliveries, sweepLostTries } from './sending.queries.ts'

/** For how many days the log of an endpoint goes back. */
export const logKeptDays = 30

const batch = 500

/** Puts back tries whose job got lost, at most 500 a time. */
export async function sweepLostWebhooks(ctx: Pick<SystemCtx, 'inSystem'>): Promise<void> {
  await ctx.inSystem((tx) => sweepLostTries(tx, batch))
}

/** Forgets what is older than `logKeptDays`, in batches, each a transaction of its own. What is on its way stays. */
export async function forgetOldWebhooks(ctx: Pick<SystemCtx, 'inSystem'>): Promise<void> {
  for (let count = batch; count === batch; ) count = await ctx.inSystem((tx) => deleteOldDeliveries(tx, logKeptDays, batch))
}
