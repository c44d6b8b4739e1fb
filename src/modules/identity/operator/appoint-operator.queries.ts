import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Somebody who might be the operator. */
export interface Candidate {
  userId: string
  name: string
  email: string | null
  isOperator: boolean
  isEmailVerified: boolean
  /** Whether they can sign in by the identity provider of today. */
  hasAccount: boolean
  createdAt: Date
}

/** Those of an address, or the one of an id; held until the transaction ends. */
export async function holdCandidates(tx: Tx, provider: string, person: { email: string } | { userId: string }): Promise<Candidate[]> {
  const found = await tx
    .selectFrom('users')
    .select(({ exists, selectFrom, eb }) => [
      'users.id as userId',
      'users.name',
      'users.email',
      'users.is_operator as isOperator',
      eb('users.email_verified_at', 'is not', null).as('isEmailVerified'),
      exists(selectFrom('user_identities').select('user_identities.id').whereRef('user_identities.user_id', '=', 'users.id').where('user_identities.provider', '=', provider)).as('hasAccount'),
      'users.created_at as createdAt',
    ])
    .where('users.deleted_at', 'is', null)
    .where(({ eb }) => ('userId' in person ? eb('users.id', '=', person.userId) : eb(sql`lower(users.email)`, '=', person.email.toLowerCase())))
    .orderBy('users.created_at')
    .forUpdate()
    .execute()
  return found.map((one) => ({ ...one, isEmailVerified: Boolean(one.isEmailVerified), hasAccount: Boolean(one.hasAccount) }))
}

export async function writeIsOperator(tx: Tx, userId: string, isOperator: boolean): Promise<void> {
  await tx.updateTable('users').set({ is_operator: isOperator }).where('id', '=', userId).execute()
}

/** How many people are operators now. */
export async function countOperators(tx: Tx): Promise<number> {
  const found = await tx.selectFrom('users').select(({ fn }) => fn.countAll<string>().as('count')).where('is_operator', '=', true).where('deleted_at', 'is', null).executeTakeFirst()
  return Number(found?.count ?? 0)
}
