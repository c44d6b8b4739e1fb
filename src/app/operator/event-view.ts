import type { InboxLine, PersonHere } from '#modules/operations/index.ts'
import type { EventView } from '#modules/operations/ui/event-list.tsx'
import type { PersonView } from '#modules/operations/ui/person-note.tsx'

/** An event with its times as text, as the page's data carries them. */
export function eventView(event: InboxLine): EventView & { occurredAt: string } {
  return {
    ...event,
    occurredAt: event.occurredAt.toISOString(),
    createdAt: event.createdAt.toISOString(),
    nextAttemptAt: event.nextAttemptAt?.toISOString() ?? null,
    processedAt: event.processedAt?.toISOString() ?? null,
  }
}

/** A person as the page's data carries one. */
export function personView({ userId, door, createdAt, isGone }: PersonHere): PersonView {
  return { userId, door, createdAt: createdAt.toISOString(), isGone }
}
