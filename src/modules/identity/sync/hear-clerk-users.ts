import type { SystemCtx } from '#platform/ctx.ts'
import type { Crowd, InboxEvent } from '#platform/switchboard-types.ts'
import { clerkFactsOf } from './clerk-user.schema.ts'
import { awaitedAs, keysOfUser } from './sync-user.ts'
import { expectNewUsers, lookAtUsers } from './sync-users.ts'
import type { UserFacts } from './user-facts.ts'

/** Several events about people of Clerk at once, made and changed alike. */
export function hearClerkUsers(ctx: SystemCtx, events: readonly InboxEvent[]): Crowd {
  const said = events.flatMap((event) => readUser(event, ctx.ids.next()) ?? [])
  const readable = new Set(said.map(({ eventId }) => eventId))
  return {
    keys: said.flatMap(keysOfUser),
    brings: said.map(({ subject }) => awaitedAs(subject)),
    usually: said.length === events.length ? expectNewUsers(said) : null,
    async look(ask) {
      const judge = await lookAtUsers(ask, said)
      return (fresh) => {
        const { writes, left } = judge(said.filter(({ eventId }) => fresh.has(eventId)))
        return { writes, left: [...events.filter(({ id }) => fresh.has(id) && !readable.has(id)).map(({ id }) => id), ...left.map(({ eventId }) => eventId)] }
      }
    },
  }
}

/** @returns null for what cannot be read: it is left to the way that writes down why */
function readUser(event: InboxEvent, newUserId: string): (UserFacts & { eventId: string }) | null {
  const said = clerkFactsOf(event.payload)
  return said && { kind: event.type === 'user.created' ? 'created' : 'updated', provider: 'clerk', ...said, occurredAt: said.changedAt ?? event.occurredAt, newUserId, eventId: event.id }
}
