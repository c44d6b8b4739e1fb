import type { Ask } from '#platform/db/prepared.ts'
import { insertUsers, listStandings, updateUsers, type Standing, type WrittenUser } from './sync-users.queries.ts'
import { doorOf } from './sync-user.ts'
import { mayApply, type UserFacts } from './user-facts.ts'

/**
 * Brings several people up to what their provider says, in three statements however many they are. It comes to what
 * `syncUser` would do with one after the other; whatever is out of the ordinary it leaves to that: deletions, people
 * who were deleted, buyers who become known, and the second of two facts about one person.
 *
 * @param ask in a transaction of the system that holds the locks `keysOfUser` names for each
 * @param facts of one provider, all by one door
 * @returns those it left, untouched, in the order they came
 */
export async function syncUsers<Facts extends UserFacts>(ask: Ask, facts: readonly Facts[]): Promise<Facts[]> {
  const firsts = firstChanges(facts)
  const [example] = firsts
  if (!example) return [...facts]

  const standings = new Map((await listStandings(ask, example.provider, firsts.map(verifiedAddress))).map((standing) => [standing.subject, standing]))
  const made: WrittenUser[] = []
  const changed: WrittenUser[] = []
  const done = new Set<Facts>()
  for (const one of firsts) {
    const standing = standings.get(one.subject)
    if (!standing || !isOrdinary(standing)) continue

    done.add(one)
    if (standing.userId === null) made.push(written(one, one.newUserId))
    else if (mayApply(one, standing)) changed.push(written(one, standing.userId))
  }
  if (made.length > 0) await insertUsers(ask, made, { provider: example.provider, door: doorOf(example) })
  if (changed.length > 0) await updateUsers(ask, changed, example.provider)
  return facts.filter((one) => !done.has(one))
}

/** Of each person the first that is said, unless it is that they are gone. */
function firstChanges<Facts extends UserFacts>(facts: readonly Facts[]): Facts[] {
  const seen = new Set<string>()
  return facts.filter(({ kind, subject }) => !seen.has(subject) && seen.add(subject) && kind !== 'deleted')
}

function isOrdinary({ deletedAt, isRemoved, hasBuyer }: Standing): boolean {
  return !deletedAt && !isRemoved && !hasBuyer
}

/** Only an address that the provider vouches for can be a buyer's. */
function verifiedAddress({ subject, email, isEmailVerified }: UserFacts): { subject: string; email: string | null } {
  return { subject, email: isEmailVerified ? email : null }
}

function written(facts: UserFacts, userId: string): WrittenUser {
  const { subject, name, email, imageUrl, isEmailVerified, occurredAt, newUserId } = facts
  return { userId, identityId: newUserId, subject, name, email, imageUrl, isEmailVerified, sourceUpdatedAt: occurredAt }
}
