import { requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { bringUser } from '../viewer/bring-user.ts'

/** An account that is there at once, for seeds and tests. */
export interface NewAccount {
  email: string
  name: string
  password: string
  isVerified: boolean
}

/**
 * Makes an account with a known password, and its user. Asked again for the same address, it gives the same user.
 *
 * @throws NotFound without passwords; Error when the address has an account that cannot be read
 * @example
 * const { userId } = await createAccount(app.systemCtx, { email: 'mei@melody.example', name: 'Mei Tanaka', password, isVerified: true })
 */
export async function createAccount(ctx: Pick<IdentityCtx, 'accounts' | 'passwords' | 'ids' | 'inSystem'>, input: NewAccount): Promise<{ userId: string }> {
  const passwords = requirePasswords(ctx)
  const account = (await passwords.createAccount(input)) ?? (await passwords.findAccountByEmail(input.email))
  const row = account && (await bringUser(ctx, account.subject, 'sync'))
  if (!row || row.isDeleted) throw new Error(`the account of ${input.email} could not be made`)
  return { userId: row.userId }
}
