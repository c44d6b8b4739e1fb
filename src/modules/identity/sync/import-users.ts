import { askIn } from '#platform/db/prepared.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Ids } from '#platform/ids/ids.ts'
import { wakeAllWaiting } from '#platform/inbox/dependency-not-ready.ts'
import type { AccountFacts } from '../ports.ts'
import { lockManyPeople } from './import-users.queries.ts'
import { awaitedAs, keysOfUser } from './sync-user.ts'
import { syncUsers } from './sync-users.ts'
import type { Door, UserFacts } from './user-facts.ts'

type Listed = AccountFacts & { updatedAt: Date }

/** From whom these people come, and by which door. */
interface Source {
  provider: UserFacts['provider']
  door: Door
}

/**
 * Writes many people all at once. Whoever was deleted, comes twice, or has an address under which somebody bought is left
 * to `syncUser`.
 *
 * @param tx a transaction of the system; it holds a few locks for each person until its end, so 250 are enough
 * @returns those who were left
 */
export async function importUsers(tx: Tx, ids: Ids, { provider, door }: Source, users: readonly Listed[]): Promise<Listed[]> {
  await holdUsers(tx, provider, users)
  const said = users.map((listed) => {
    const { updatedAt, ...facts } = listed
    return { listed, kind: 'seen' as const, provider, door, ...facts, occurredAt: updatedAt, newUserId: ids.next() }
  })
  const left = new Set((await syncUsers(askIn(tx), said)).map(({ listed }) => listed))
  await wakeAllWaiting(tx, users.filter((user) => !left.has(user)).map(({ subject }) => awaitedAs(subject)))
  return [...left]
}

/** Takes the locks of all these people before the first is written, so that two who write many do not wait for each other. */
export async function holdUsers(tx: Tx, provider: UserFacts['provider'], users: readonly Pick<Listed, 'subject' | 'email'>[]): Promise<void> {
  await lockManyPeople(tx, users.flatMap(({ subject, email }) => keysOfUser({ provider, subject, email })))
}
