import type { SystemCtx } from '#platform/ctx.ts'
import { deleteOldAnswers } from './answers.queries.ts'

/** For how many hours an answer is kept to be given again. */
export const answersKeptHours = 24

const batch = 500

/** Forgets what is older than `answersKeptHours`, in batches, each a transaction of its own. */
export async function forgetOldAnswers(ctx: Pick<SystemCtx, 'inSystem'>): Promise<void> {
  for (let count = batch; count === batch; ) count = await ctx.inSystem((tx) => deleteOldAnswers(tx, answersKeptHours, batch))
}
