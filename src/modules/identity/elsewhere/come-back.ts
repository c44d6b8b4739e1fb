import type { IdentityCtx } from '../identity-ctx.ts'
import { tellOwner } from '../security/tell-owner.ts'

/**
 * Answers whoever comes back from a provider. The owner of an account that was here already is told that another one
 * opens it now, in case it was somebody else.
 *
 * @returns null for any other request
 */
export async function comeBackFromElsewhere(ctx: Pick<IdentityCtx, 'social' | 'accounts' | 'accountMails' | 'config'>, request: Request, address: string): Promise<Response | null> {
  const answered = await ctx.social?.answer(request, address)
  if (!answered) return null

  const account = answered.linked && (await ctx.accounts.fetchAccount(answered.linked.subject))
  if (account?.email) await tellOwner(ctx, { name: account.name, email: account.email }, 'elsewhere-linked')
  return answered.response
}
