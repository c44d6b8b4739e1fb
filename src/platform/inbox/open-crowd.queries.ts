import { escapeLiteral } from 'pg'
import type { Crowd, InboxEvent } from '#platform/switchboard-types.ts'
import { dependencyLock } from './wake-waiting.queries.ts'

/**
 * The first question of a crowd, to be sent along with `begin`: it takes the locks, so that every statement after it sees
 * what those before us wrote, and says which events came before.
 *
 * @returns SQL that answers one row, `pid` and `known`
 */
export function openCrowd({ keys, brings }: Crowd, events: readonly InboxEvent[]): string {
  const list = (texts: readonly string[]) => `array[${texts.map((text) => escapeLiteral(text)).join(', ')}]::text[]`
  const sorted = (names: readonly string[]) => list([...new Set(names)].sort())
  const provider = escapeLiteral(events[0]?.provider ?? '')
  return `select pid, known from public.open_crowd(${sorted(keys)}, ${sorted(brings.map(dependencyLock))}, ${provider}, ${list(events.map(({ eventId }) => eventId))})`
}
