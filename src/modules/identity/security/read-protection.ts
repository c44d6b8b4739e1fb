import type { IdentityCtx } from '../identity-ctx.ts'
import { requireSubject } from './prove-self.ts'

/** How an account is protected. */
export interface Protection {
  hasPassword: boolean
  passkeyCount: number
  isTwoFactorOn: boolean
  recoveryCodesLeft: number
}

/** How the account of a user is protected; null where that is the identity provider's own affair. */
export async function readProtection(ctx: Pick<IdentityCtx, 'accounts' | 'passwords' | 'secondFactor' | 'passkeys' | 'inSystem'>, userId: string): Promise<Protection | null> {
  const { passwords, secondFactor, passkeys } = ctx
  if (!passwords || !secondFactor || !passkeys) return null

  const subject = await requireSubject(ctx, userId)
  const [hasPassword, keys, factor] = await Promise.all([passwords.hasPassword(subject), passkeys.list(subject), secondFactor.read(subject)])
  return { hasPassword, passkeyCount: keys.length, isTwoFactorOn: factor.isOn, recoveryCodesLeft: factor.recoveryCodesLeft }
}
