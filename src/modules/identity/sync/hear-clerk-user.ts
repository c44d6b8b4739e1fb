import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import type { InboxHandler } from '#platform/switchboard-types.ts'
import { parseClerkUser, parseGoneUser } from './clerk-user.schema.ts'
import { askToEmptyToldEvents } from './empty-told-events.ts'
import type { WhenGone } from './hear-builtin-user.ts'
import { hearClerkUsers } from './hear-clerk-users.ts'
import { syncUser } from './sync-user.ts'
import type { UserFacts } from './user-facts.ts'

/** The handler for one kind of event about people of Clerk. */
export function hearClerkUser(kind: Exclude<UserFacts['kind'], 'seen'>, whenGone?: WhenGone): InboxHandler<SystemCtx> {
  return {
    async apply(ctx, tx, event) {
      const facts = kind === 'deleted' ? parseGoneUser(event.payload) : parseClerkUser(event.payload)
      if (!facts) return log.warn({ eventId: event.eventId }, 'Clerk told of a deleted user without an id')

      const { userId, isGone, email } = await syncUser(tx, { kind, provider: 'clerk', ...facts, occurredAt: facts.changedAt ?? event.occurredAt, newUserId: ctx.ids.next() })
      if (!isGone) return

      // Of what comes late only its own words have to go.
      if (whenGone) await whenGone(ctx, tx, { userId, at: event.occurredAt, email })
      else await askToEmptyToldEvents(ctx, tx)
    },
    ...(kind === 'deleted' ? {} : { together: hearClerkUsers }),
  }
}
