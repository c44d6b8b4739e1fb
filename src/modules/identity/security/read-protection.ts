import type { IdentityCtx } from '../identity-ctx.ts'
import { requireSubject } from './prove-self.ts'

/** How an account is protected. */
export interface Protection {
  hasPassword: boolean
  passkeyCount: number
  isTwoFactorOn: boolean
  recoveryCodesLeft: number
  /** By name, the providers whose accounts open this one, and whether any can be linked. */
  elsewhere: { names: string[]; isOffered: boolean }
}

/** How the account of a user is protected; null where that is the identity provider's own affair. */
export async function readProtection(ctx: Pick<IdentityCtx, 'accounts' | 'passwords' | 'secondFactor' | 'passkeys' | 'social' | 'inSystem'>, userId: string): Promise<Protection | null> {
  const { passwords, secondFactor, passkeys, social } = ctx
  if (!passwords || !secondFactor || !passkeys || !social) return null

  const subject = await requireSubject(ctx, userId)
  const [hasPassword, keys, factor, linked] = await Promise.all([passwords.hasPassword(subject), passkeys.list(subject), secondFactor.read(subject), social.list(subject)])
  const names = linked.map(({ provider }) => social.providers.find(({ id }) => id === provider)?.name ?? provider)
  return { hasPassword, passkeyCount: keys.length, isTwoFactorOn: factor.isOn, recoveryCodesLeft: factor.recoveryCodesLeft, elsewhere: { names, isOffered: social.providers.length > 0 } }
}
