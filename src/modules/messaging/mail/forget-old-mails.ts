import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import { deleteOldMails } from './forget-mails.queries.ts'

const batch = 1000

/**
 * The job of each night: deletes mails that were written so many days ago and are over: sent, kept, or refused until
 * their job was given up. They name people, what these bought, and links that signed them in; to look up whether a
 * mail went out, a month is enough. What still waits to go out is never forgotten.
 *
 * That its key is forgotten with it sends no mail twice: the facts that mails tell are themselves not told again after
 * so long (`forget-old-events`).
 */
export async function forgetOldMails(ctx: Pick<SystemCtx, 'inSystem'> & { config: { mail: { keptDays: number } } }): Promise<void> {
  const { keptDays } = ctx.config.mail
  let gone = 0
  for (let count = batch; count === batch; gone += count) count = await ctx.inSystem((tx) => deleteOldMails(tx, { days: keptDays, limit: batch }))
  if (gone > 0) log.info({ mails: gone }, 'old mails were forgotten')
}
