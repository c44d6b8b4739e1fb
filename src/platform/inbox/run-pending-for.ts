import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { tryFastPath } from './fast-path.ts'
import type { Inbox } from './inbox.ts'
import { listPendingAbout } from './inbox-events.queries.ts'

/**
 * Runs at once what is stored about one person, oldest first: for the sign-up that just wrote it by its trigger and
 * wants to go on. What cannot be done now is left to its job.
 *
 * @param subject what the provider calls the person
 * @returns how many events took effect
 */
export async function runPendingFor<Ctx extends SystemCtx>(inbox: Inbox<Ctx>, provider: string, subject: string): Promise<number> {
  const events = await asSystem(inbox.pool, ({ tx }) => listPendingAbout(tx, provider, subject))
  let done = 0
  for (const event of events) {
    if ((await tryFastPath(inbox, event)) === 'completed') done += 1
  }
  return done
}
