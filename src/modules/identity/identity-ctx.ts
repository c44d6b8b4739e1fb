import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { AccountEvents, AccountMails, AttemptCounter, IdentityProvider, PasswordAccounts, Passkeys, SecondFactor, SocialAccounts } from './ports.ts'

/** What use cases about accounts may ask for. */
export interface IdentityCtx extends SystemCtx {
  config: Pick<Config, 'scheme' | 'baseDomain'>
  accounts: IdentityProvider
  /** Null where passwords are the identity provider's own affair. */
  passwords: PasswordAccounts | null
  /** Null where they are the identity provider's own affair, as passwords are. */
  secondFactor: SecondFactor | null
  passkeys: Passkeys | null
  /** Null where accounts elsewhere are the identity provider's own affair; without providers where none is configured. */
  social: SocialAccounts | null
  attempts: AttemptCounter
  accountMails: AccountMails
  accountEvents: AccountEvents
}

/** Scheme, host and port of the installation's own pages. */
export function installationOrigin({ config }: Pick<IdentityCtx, 'config'>): string {
  return `${config.scheme}://${config.baseDomain}`
}

/**
 * The accounts with passwords of this installation.
 *
 * @throws NotFound where it has none: their pages then do not exist either
 */
export function requirePasswords({ passwords }: Pick<IdentityCtx, 'passwords'>): PasswordAccounts {
  if (!passwords) throw new NotFound('passwords are the affair of the identity provider here')
  return passwords
}

/**
 * The second factor of the accounts of this installation.
 *
 * @throws NotFound where the identity provider has its own
 */
export function requireSecondFactor({ secondFactor }: Pick<IdentityCtx, 'secondFactor'>): SecondFactor {
  if (!secondFactor) throw new NotFound('the second factor is the affair of the identity provider here')
  return secondFactor
}

/**
 * The passkeys of the accounts of this installation.
 *
 * @throws NotFound where the identity provider has its own
 */
export function requirePasskeys({ passkeys }: Pick<IdentityCtx, 'passkeys'>): Passkeys {
  if (!passkeys) throw new NotFound('passkeys are the affair of the identity provider here')
  return passkeys
}

/**
 * The accounts elsewhere that open accounts of this installation.
 *
 * @throws NotFound where the identity provider has its own
 */
export function requireSocial({ social }: Pick<IdentityCtx, 'social'>): SocialAccounts {
  if (!social) throw new NotFound('accounts elsewhere are the affair of the identity provider here')
  return social
}
