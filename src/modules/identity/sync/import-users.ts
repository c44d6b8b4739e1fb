import type { Tx } from '#platform/db/transaction.ts'
import type { Ids } from '#platform/ids/ids.ts'
import { wakeAllWaiting } from '#platform/inbox/dependency-not-ready.ts'
import type { AccountFacts } from '../ports.ts'
import { listRemoved, listUsersHere } from './compare-users.queries.ts'
import { insertManyUsers, listBuyerAddresses, lockManyPeople } from './import-users.queries.ts'
import { emailKey, identityKey } from './sync-user.ts'
import type { Door, UserFacts } from './user-facts.ts'

type Listed = AccountFacts & { updatedAt: Date }

/** From whom these people come, and by which door. */
interface Source {
  provider: UserFacts['provider']
  door: Door
}

/**
 * Writes those of many people of whom nothing is known here, all at once, as `syncUser` would one by one (a property
 * test holds the two to the same). Whoever is known, was deleted, comes twice, or has an address under which somebody
 * bought is left to `syncUser`.
 *
 * @param tx a transaction of the system; it holds a few locks for each person until its end, so 250 are enough
 * @returns those who were left
 */
export async function importUsers(tx: Tx, ids: Ids, { provider, door }: Source, users: readonly Listed[]): Promise<Listed[]> {
  const subjects = users.map(({ subject }) => subject)
  await holdUsers(tx, provider, users)
  const known = new Set((await listUsersHere(tx, provider, subjects)).map(({ subject }) => subject))
  const removed = await listRemoved(tx, provider, subjects)
  const bought = await listBuyerAddresses(tx, users.flatMap(({ email, isEmailVerified }) => (email && isEmailVerified ? [email.toLowerCase()] : [])))

  const isPlain = ({ subject, email, isEmailVerified }: Listed, index: number) =>
    !known.has(subject) && !removed.has(subject) && subjects.indexOf(subject) === index && !(isEmailVerified && email && bought.has(email.toLowerCase()))
  const plain = users.filter(isPlain)
  if (plain.length > 0) {
    await insertManyUsers(tx, provider, door, plain.map(({ updatedAt, ...facts }) => ({ ...facts, id: ids.next(), sourceUpdatedAt: updatedAt })))
    await wakeAllWaiting(tx, plain.map(({ subject }) => `clerk user ${subject}`))
  }
  return users.filter((user, index) => !isPlain(user, index))
}

/** Takes the locks of all these people before the first is written, so that two who write many do not wait for each other. */
export async function holdUsers(tx: Tx, provider: UserFacts['provider'], users: readonly Pick<Listed, 'subject' | 'email'>[]): Promise<void> {
  await lockManyPeople(tx, users.flatMap(({ subject, email }) => [identityKey({ provider, subject }), ...(email ? [emailKey(email)] : [])]))
}
