import type { Tx } from '#platform/db/transaction.ts'
import { wakeWaiting } from '#platform/inbox/dependency-not-ready.ts'
import { wasRemoved } from './removed-users.queries.ts'
import { mayApply, type Door, type UserFacts } from './user-facts.ts'
import {
  findBuyer,
  findUserByIdentity,
  forgetUser,
  insertIdentity,
  insertUser,
  lockPeople,
  mergeUsers,
  pointIdentity,
  removeUnusedUser,
  writeUserFacts,
  type SyncedUser,
} from './sync-user.queries.ts'

/** Somebody who is gone, as those need to know who keep something of them. */
export interface GonePerson {
  userId: string
  at: Date
  /** What their address was, and whether they had proven it: what was only typed may be another's. Null: they had none, or went before. */
  email: { address: string; isProven: boolean } | null
}

/** Who a person is here; of who is gone what their address was. */
type Synced = Pick<GonePerson, 'userId' | 'email'> & { isGone: boolean }

/**
 * Brings what we know of a person up to what a provider says: the one way in, for events of the inbox, the first
 * request and `POST /api/users/sync`. Twice, late or in any order it comes to the same.
 *
 * A buyer who left only an address becomes this person as soon as the provider vouches for that address, not before:
 * whoever merely types someone's address must not get their courses.
 *
 * @param tx a transaction of the system
 * @returns the user, and whether they are gone; of who was deleted altogether not even the id is left
 */
export async function syncUser(tx: Tx, facts: UserFacts): Promise<Synced> {
  await lockPeople(tx, keysOfUser(facts))
  const known = await findUserByIdentity(tx, facts.provider, facts.subject)
  if (!known && (await wasRemoved(tx, facts.provider, facts.subject))) return { userId: facts.newUserId, isGone: true, email: null }
  if (known && !mayApply(facts, known)) return { userId: known.id, isGone: known.deletedAt !== null, email: null }
  // What came before its person waits under this name; a tombstone is an answer too.
  if (facts.provider === 'clerk') await wakeWaiting(tx, awaitedAs(facts.subject))
  if (facts.kind === 'deleted') return { userId: await forget(tx, known, facts), isGone: true, email: addressOf(known) }

  const userId = await findOwnRow(tx, known, facts)
  // Queries of the operator's look for Clerk's id beside the person; who they are is decided by user_identities alone.
  const clerkId = facts.provider === 'clerk' ? { clerkId: facts.subject } : {}
  await writeUserFacts(tx, userId, { ...facts, ...clerkId, sourceUpdatedAt: facts.occurredAt })
  return { userId, isGone: false, email: null }
}

function addressOf(known: SyncedUser | null): GonePerson['email'] {
  return known?.email ? { address: known.email, isProven: known.emailVerifiedAt !== null } : null
}

/** The locks under which facts about a person are applied. */
export function keysOfUser(facts: Pick<UserFacts, 'provider' | 'subject' | 'email'>): string[] {
  return [identityKey(facts), ...(facts.email ? [emailKey(facts.email)] : [])]
}

/** The name under which events wait for a person of Clerk's. */
export function awaitedAs(subject: string): string {
  return `clerk user ${subject}`
}

/** The key under which everyone who touches an address waits for each other. */
export function emailKey(email: string): string {
  return `email:${email.toLowerCase()}`
}

/** By which way a person came whom these facts make known. */
export function doorOf({ door, kind }: UserFacts): Door {
  return door ?? (kind === 'seen' ? 'first-request' : 'webhook')
}

/** The key under which everyone who hears of a person waits for each other. */
export function identityKey(facts: Pick<UserFacts, 'provider' | 'subject'>): string {
  return `identity:${facts.provider}:${facts.subject}`
}

async function findOwnRow(tx: Tx, known: SyncedUser | null, facts: UserFacts): Promise<string> {
  const buyer = facts.email && facts.isEmailVerified ? await findBuyer(tx, facts.email) : null
  if (known) return buyer ? claimBuyer(tx, known, buyer, facts) : known.id

  const userId = buyer?.id ?? facts.newUserId
  if (!buyer) await insertUser(tx, { id: userId, email: facts.email, name: facts.name, door: doorOf(facts) })
  await insertIdentity(tx, { id: facts.newUserId, provider: facts.provider, subject: facts.subject, userId })
  return userId
}

/**
 * The address is proven now, so the buyer's row and this person's are one. The buyer's row is the one that orders
 * and events under way name, so it stays, unless this person already has belongings of their own.
 */
async function claimBuyer(tx: Tx, known: SyncedUser, buyer: SyncedUser, facts: UserFacts): Promise<string> {
  await pointIdentity(tx, facts.provider, facts.subject, buyer.id)
  if (await removeUnusedUser(tx, known.id)) return buyer.id

  await pointIdentity(tx, facts.provider, facts.subject, known.id)
  await mergeUsers(tx, buyer.id, known.id)
  if (!(await removeUnusedUser(tx, buyer.id))) await forgetUser(tx, buyer.id, facts.occurredAt ?? new Date(0))
  return known.id
}

/** A deletion that overtook the creation leaves a row too, so that the creation finds out it is too late. */
async function forget(tx: Tx, known: SyncedUser | null, facts: UserFacts): Promise<string> {
  const userId = known?.id ?? facts.newUserId
  if (!known) {
    await insertUser(tx, { id: userId, email: null, name: '', door: doorOf(facts) })
    await insertIdentity(tx, { id: facts.newUserId, provider: facts.provider, subject: facts.subject, userId })
  }
  await forgetUser(tx, userId, facts.occurredAt ?? new Date(0))
  return userId
}
