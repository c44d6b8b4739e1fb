import type { Tx } from '#platform/db/transaction.ts'
import type { AccountFacts } from '../ports.ts'
import { compareFields, isBuried, isMissing, isSame, type Comparison } from './comparison.ts'
import { liftTombstoneOfUser, listRemoved, listUsersHere, type UserHere } from './compare-users.queries.ts'
import { identityKey } from './sync-user.ts'
import { lockPeople } from './sync-user.queries.ts'
import type { UserFacts } from './user-facts.ts'

type Listed = AccountFacts & { updatedAt: Date }

/**
 * Compares people as a provider lists them with those here, in two questions however many there are. It judges by the
 * rules of `syncUser`: what that would not write is no difference.
 *
 * @returns in the order of `users`
 */
export async function compareUsers(tx: Tx, provider: UserFacts['provider'], users: readonly Listed[]): Promise<Comparison[]> {
  const subjects = users.map(({ subject }) => subject)
  const here = new Map((await listUsersHere(tx, provider, subjects)).map((one) => [one.subject, one]))
  const removed = await listRemoved(tx, provider, subjects)
  return users.map((user) => compare(user, here.get(user.subject), removed.get(user.subject)))
}

function compare(there: Listed, here: UserHere | undefined, removedAt: Date | undefined): Comparison {
  const { subject } = there
  const endedAt = here ? here.deletedAt : removedAt
  if (endedAt) return isBuried(subject, endedAt)
  if (!here) return isMissing(subject)
  if (here.sourceUpdatedAt && here.sourceUpdatedAt > there.updatedAt) return isSame(subject)

  return compareFields(subject, [
    // A provider that says no name leaves the one that stands here.
    { field: 'name', here: here.name, there: there.name || here.name },
    { field: 'email', here: here.email, there: there.email },
    { field: 'verified', here: yesOrNo(here.isEmailVerified), there: yesOrNo(there.isEmailVerified) },
    { field: 'picture', here: here.imageUrl, there: there.imageUrl },
  ])
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}

/**
 * Takes back that somebody is gone, for whom their provider, asked after that end, said that they are there: the end
 * was told of wrongly. `syncUser` then writes them as if they had never gone; what was deleted with them is not back.
 *
 * @param deletedAt the end that was known before the provider was asked; another end in its place stands
 * @returns whether it was taken back
 */
export async function liftUserTombstone(tx: Tx, who: Pick<UserFacts, 'provider' | 'subject'>, deletedAt: Date): Promise<boolean> {
  await lockPeople(tx, [identityKey(who)])
  return liftTombstoneOfUser(tx, who.provider, who.subject, deletedAt)
}
