import { requirePasswords, type IdentityCtx } from '../identity-ctx.ts'

/**
 * Makes an account for someone who proved the address otherwise: they hold a secret that only its mailbox was sent.
 * An account that was never confirmed gives way, as in signing up.
 *
 * @returns false when the address has a confirmed account: then its owner signs in
 */
export async function createProvenAccount(
  ctx: Pick<IdentityCtx, 'passwords' | 'accountEvents'>,
  input: { email: string; name: string; password: string },
): Promise<boolean> {
  const passwords = requirePasswords(ctx)
  const existing = await passwords.findAccountByEmail(input.email)
  if (existing?.isEmailVerified) return false

  if (existing) await passwords.removeAccount(existing.subject)
  const account = await passwords.createAccount({ ...input, isVerified: true })
  if (account) await ctx.accountEvents.settle(account.subject)
  return account !== null
}
