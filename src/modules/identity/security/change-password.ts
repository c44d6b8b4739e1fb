import { requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { proveSelf, type Self } from './prove-self.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * Sets another password, or the first one, and ends all sessions but the one it was asked from.
 *
 * @throws InvalidInput, TooManyRequests, SignInAgain as `proveSelf`
 */
export async function changePassword(ctx: IdentityCtx, self: Self, newPassword: string): Promise<void> {
  const proven = await proveSelf(ctx, self)
  await requirePasswords(ctx).changePassword(proven.subject, newPassword, self.headers)
  await tellOwner(ctx, proven, 'password-changed')
}
