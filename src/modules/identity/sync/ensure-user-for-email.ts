import type { Tx } from '#platform/db/transaction.ts'
import { findBuyer, findVerifiedUserByEmail, insertUser, lockPeople } from './sync-user.queries.ts'
import { emailKey } from './sync-user.ts'

/**
 * The user for someone who left an address: the person who proved it is theirs, else the buyer of that address, else
 * a new buyer. Never an account whose address was not verified: anyone could have typed it.
 *
 * @param tx a transaction of the system
 * @param input `id` is for the user if one has to be made
 * @example
 * const { userId } = await ensureUserForEmail(tx, { id: ctx.ids.next(), email, name })
 */
export async function ensureUserForEmail(tx: Tx, input: { id: string; email: string; name: string }): Promise<{ userId: string; isNew: boolean }> {
  const email = input.email.trim()
  await lockPeople(tx, [emailKey(email)])
  const found = (await findVerifiedUserByEmail(tx, email)) ?? (await findBuyer(tx, email))
  if (found) return { userId: found.id, isNew: false }

  await insertUser(tx, { id: input.id, email, name: input.name, door: 'purchase' })
  return { userId: input.id, isNew: true }
}

/** Whether someone can sign in under this address: an account whose address was verified. */
export async function hasAccount(tx: Tx, email: string): Promise<boolean> {
  return (await findVerifiedUserByEmail(tx, email)) !== null
}
