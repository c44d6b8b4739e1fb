import { InvalidInput } from '#platform/errors/app-error.ts'
import { requireSecondFactor, type IdentityCtx } from '../identity-ctx.ts'
import type { AuthenticatorSetup, SessionChange } from '../ports.ts'
import { countTry, failedSecondSteps } from '../sign-in/limits.ts'
import { proveSelf, requireSubject, type Self } from './prove-self.ts'
import { tellOwner } from './tell-owner.ts'
import { securityWords } from './words/security-words.ts'

/**
 * Begins to set up an authenticator app. Nothing is asked for at sign-in before a code of it was seen.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`
 */
export async function beginTwoFactor(ctx: IdentityCtx, self: Self): Promise<AuthenticatorSetup> {
  const { subject, password } = await proveSelf(ctx, self)
  return requireSecondFactor(ctx).begin({ subject, password, headers: self.headers })
}

/** The set-up that was begun, for the page that shows it again after a wrong code. */
export async function findTwoFactorSetup(ctx: IdentityCtx, userId: string): Promise<AuthenticatorSetup | null> {
  return requireSecondFactor(ctx).findSetup(await requireSubject(ctx, userId))
}

/**
 * Turns the second factor on, by a code that shows that the app has the seed, and ends all other sessions.
 *
 * @throws InvalidInput beside `code`; TooManyRequests
 */
export async function confirmTwoFactor(ctx: IdentityCtx, input: { userId: string; code: string; headers: Headers }): Promise<{ recoveryCodes: string[] } & SessionChange> {
  const subject = await requireSubject(ctx, input.userId)
  await countTry(ctx.attempts, `second-step:setup:${subject}`, { ...failedSecondSteps, triesMax: 10 })
  const confirmed = await requireSecondFactor(ctx).confirm({ subject, code: input.code, headers: input.headers })
  if (!confirmed) throw new InvalidInput({ code: securityWords().notThisCode })

  await tellOfSubject(ctx, subject, 'two-factor-on')
  return confirmed
}

/**
 * Makes new recovery codes in place of the old ones.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`
 */
export async function renewRecoveryCodes(ctx: IdentityCtx, self: Self): Promise<string[]> {
  const { password } = await proveSelf(ctx, self)
  return requireSecondFactor(ctx).renewRecoveryCodes({ password, headers: self.headers })
}

/**
 * Turns the second factor off: from now on the password, or a link, is enough again.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`
 */
export async function turnOffTwoFactor(ctx: IdentityCtx, self: Self): Promise<SessionChange> {
  const proven = await proveSelf(ctx, self)
  const change = await requireSecondFactor(ctx).turnOff({ subject: proven.subject, password: proven.password, headers: self.headers })
  await tellOwner(ctx, proven, 'two-factor-off')
  return change
}

async function tellOfSubject(ctx: IdentityCtx, subject: string, change: Parameters<typeof tellOwner>[2]): Promise<void> {
  const account = await ctx.accounts.fetchAccount(subject)
  if (account?.email) await tellOwner(ctx, { name: account.name, email: account.email }, change)
}
