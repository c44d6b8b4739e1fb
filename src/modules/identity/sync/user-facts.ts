/** The ways by which somebody can come to be known here. */
export const doors = ['webhook', 'first-request', 'sync', 'purchase', 'reconcile'] as const
export type Door = (typeof doors)[number]

/** What a provider says of a person at one moment. */
export interface UserFacts {
  /**
   * `created`, `updated` and `deleted` are the provider's events; `seen` is what a request showed of someone who is
   * signed in, and is older than any event.
   */
  kind: 'created' | 'updated' | 'deleted' | 'seen'
  provider: 'builtin' | 'clerk'
  subject: string
  name: string
  email: string | null
  isEmailVerified: boolean
  imageUrl: string | null
  /** When the provider says it happened; null when it is not known. */
  occurredAt: Date | null
  /** The id for the user if one has to be made. */
  newUserId: string
  /** By which way these facts came; an event's is the webhook if it says nothing. */
  door?: Door
}

/** What is remembered of the last event about a user. */
export interface UserState {
  sourceUpdatedAt: Date | null
  deletedAt: Date | null
}

/**
 * Whether facts may still be applied: never after a deletion, never over a newer event. Of events of the same
 * millisecond the creation is the first and the deletion the last.
 */
export function mayApply(facts: Pick<UserFacts, 'kind' | 'occurredAt'>, known: UserState | null): boolean {
  if (!known) return true
  if (known.deletedAt) return false
  // Nobody changes after they are gone: whatever a clock said, a deletion is the last thing that happened.
  if (facts.kind === 'deleted') return true
  if (known.sourceUpdatedAt === null) return true
  if (facts.occurredAt === null) return false

  const ahead = facts.occurredAt.getTime() - known.sourceUpdatedAt.getTime()
  return facts.kind === 'created' ? ahead > 0 : ahead >= 0
}
