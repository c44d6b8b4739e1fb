import type { IdentityCtx } from '../identity-ctx.ts'
import type { SignInSession } from '../ports.ts'
import { requireSubject } from '../security/prove-self.ts'
import { findSubject } from '../viewer/viewer.queries.ts'

type Ctx = Pick<IdentityCtx, 'accounts' | 'inSystem'>

/** Where a user is signed in, the last used first. */
export async function listSessions(ctx: Ctx, userId: string, headers: Headers): Promise<SignInSession[]> {
  const found = await ctx.accounts.listSessions(await requireSubject(ctx, userId), headers)
  return found.sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime())
}

/** Ends one session of a user; another person's is left alone. */
export async function endSession(ctx: Ctx, userId: string, sessionId: string): Promise<void> {
  await ctx.accounts.endSession(await requireSubject(ctx, userId), sessionId)
}

/** Changes the name at the provider; our own row follows as every fact about people does, only at once. */
export async function renameSelf(ctx: Ctx & Pick<IdentityCtx, 'accountEvents'>, userId: string, name: string): Promise<void> {
  const subject = await requireSubject(ctx, userId)
  await ctx.accounts.renameAccount(subject, name)
  await ctx.accountEvents.settle(subject)
}

/**
 * Deletes a user's account at the provider. What becomes of the user follows by the inbox, as whenever an account is
 * gone: at once for the accounts kept here, with Clerk's webhook for the others. Asked again it does nothing.
 */
export async function removeOwnAccount(ctx: Ctx & Pick<IdentityCtx, 'accountEvents'>, userId: string): Promise<void> {
  const subject = await ctx.inSystem((tx) => findSubject(tx, ctx.accounts.provider, userId))
  if (!subject) return

  await ctx.accounts.removeAccount(subject)
  if (ctx.accounts.provider === 'builtin') await ctx.accountEvents.settle(subject)
}
