/** One of several memberships that a person had in an organization, one after the other. */
export interface Generation {
  subject: string
  /** When the provider made it. */
  madeAt: Date
}

/**
 * Which of a person's memberships in an organization counts: the one that was made last. A provider keeps one at a
 * time, so an earlier one is over as soon as a later one is known, whether or not its end has come yet.
 */
export function isLaterMembership(one: Generation, other: Generation): boolean {
  const ahead = one.madeAt.getTime() - other.madeAt.getTime()
  return ahead === 0 ? one.subject > other.subject : ahead > 0
}
