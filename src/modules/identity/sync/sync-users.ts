import type { Ask, BoundStatement } from '#platform/db/prepared.ts'
import type { UsualEffect } from '#platform/switchboard-types.ts'
import { insertNewUsers, insertUsers, listStandings, updateUsers, type Source, type Standing, type WrittenUser } from './sync-users.queries.ts'
import { doorOf } from './sync-user.ts'
import { mayApply, type UserFacts } from './user-facts.ts'

/** What comes of facts about people: what is to be written, and the facts that were left, in the order they came. */
export type JudgeUsers<Facts> = (facts: readonly Facts[]) => { writes: BoundStatement[]; left: Facts[] }

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
  const { writes, left } = (await lookAtUsers(ask, facts))(facts)
  for (const { statement, values } of writes) await ask(statement, values)
  return left
}

/**
 * The first half of `syncUsers`: asks, in one question, what stands of all whom these facts are about.
 *
 * @returns what is to be done with these facts, or with some of them
 */
export async function lookAtUsers<Facts extends UserFacts>(ask: Ask, facts: readonly Facts[]): Promise<JudgeUsers<Facts>> {
  const [example] = facts
  if (!example) return () => ({ writes: [], left: [] })

  const source = { provider: example.provider, door: doorOf(example) }
  const found = await listStandings(ask, source.provider, facts.map(verifiedAddress))
  const standings = new Map(found.map((standing) => [facts[standing.at], standing]))
  return (some) => judgeUsers(some, (one) => standings.get(one), source)
}

/**
 * What facts about people who are made known for the first time usually come to: each a new person. Whoever is known,
 * was removed or bought something is left untouched.
 *
 * @param facts of one provider, all by one door, each by an event of its own
 * @returns null where it is not to be expected of all of them
 */
export function expectNewUsers(facts: readonly (UserFacts & { eventId: string })[]): UsualEffect | null {
  const [example] = facts
  const areNew = facts.every(({ kind }) => kind === 'created') && new Set(facts.map(({ subject }) => subject)).size === facts.length
  if (!example || !areNew) return null

  const users = facts.map((one) => ({ ...written(one, one.newUserId), event: one.eventId }))
  return insertNewUsers(users, { provider: example.provider, door: doorOf(example) })
}

function judgeUsers<Facts extends UserFacts>(facts: readonly Facts[], standingOf: (one: Facts) => Standing | undefined, source: Source): ReturnType<JudgeUsers<Facts>> {
  const made: WrittenUser[] = []
  const changed: WrittenUser[] = []
  const done = new Set<Facts>()
  for (const one of firstChanges(facts)) {
    const standing = standingOf(one)
    if (!standing || !isOrdinary(standing)) continue

    done.add(one)
    if (standing.userId === null) made.push(written(one, one.newUserId))
    else if (mayApply(one, standing)) changed.push(written(one, standing.userId))
  }
  const writes = [...(made.length > 0 ? [insertUsers(made, source)] : []), ...(changed.length > 0 ? [updateUsers(changed, source)] : [])]
  return { writes, left: facts.filter((one) => !done.has(one)) }
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
