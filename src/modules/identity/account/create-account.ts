import type { IdentityCtx } from '../identity-ctx.ts'
import { provisionUser } from '../viewer/provision-user.ts'

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
 * @throws Error when the address has an account that cannot be read
 * @example
 * const { userId } = await createAccount(app.systemCtx, { email: 'mei@melody.example', name: 'Mei Tanaka', password, isVerified: true })
 */
export async function createAccount(ctx: Pick<IdentityCtx, 'accounts' | 'ids' | 'inSystem'>, input: NewAccount): Promise<{ userId: string }> {
  await ctx.accounts.createAccount(input)
  const row = await provisionUser(ctx, () => ctx.accounts.findAccountByEmail(input.email))
  if (!row) throw new Error(`the account of ${input.email} could not be made`)
  return { userId: row.userId }
}
