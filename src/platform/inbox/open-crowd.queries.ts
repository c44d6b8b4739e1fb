import type { Ask, BoundStatement, PreparedStatement } from '#platform/db/prepared.ts'
import type { Crowd, InboxEvent } from '#platform/switchboard-types.ts'
import type { KnownEvent } from './store-event.queries.ts'
import { dependencyLock } from './wake-waiting.queries.ts'

/** What the first questions of a crowd find. */
export interface OpenedCrowd {
  /** The server process that holds the locks. */
  pid: number
  /** The events that came before. */
  known: (KnownEvent & { eventId: string })[]
}

/** Taken in the order given, by a statement of its own: only those after it see what was written by who held them. */
const locks: PreparedStatement = {
  name: 'inbox-crowd-locks',
  text: `
    select pg_backend_pid() as pid,
      (select count(pg_advisory_xact_lock(hashtextextended(key, 0))) from unnest($1::text[]) as key),
      (select count(pg_advisory_xact_lock_shared(hashtextextended(name, 0))) from unnest($2::text[]) as name)`,
}

/** `limit 1` keeps the planner at one look-up an event. */
const known: PreparedStatement = {
  name: 'inbox-crowd-known',
  text: `
    select e.id, e.event_id as "eventId", e.status, e.body_sha256 as "bodySha256"
    from unnest($2::text[]) as wanted (id), lateral (select * from webhook_events w where w.provider = $1 and w.event_id = wanted.id limit 1) e`,
}

/** What takes the locks of a crowd: `apply` would take the same. */
export function locksOf({ keys, brings }: Crowd): BoundStatement {
  return { statement: locks, values: [inOrder(keys), inOrder(brings.map(dependencyLock))] }
}

/** Takes the locks of a crowd, so that every question after it sees what those before us wrote, and asks which events came before. */
export async function openCrowd(ask: Ask, crowd: Crowd, events: readonly InboxEvent[]): Promise<OpenedCrowd> {
  const { statement, values } = locksOf(crowd)
  const [locked, found] = await Promise.all([
    ask<{ pid: number }>(statement, values),
    ask<OpenedCrowd['known'][number]>(known, [events[0]?.provider, events.map(({ eventId }) => eventId)]),
  ])
  return { pid: locked[0]?.pid ?? 0, known: found }
}

/** Two who take many locks must not wait for each other. */
function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}
