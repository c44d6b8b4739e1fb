import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { AccountEvents, AccountMails, AttemptCounter, IdentityProvider, PasswordAccounts } from './ports.ts'

/** What use cases about accounts may ask for. */
export interface IdentityCtx extends SystemCtx {
  config: Pick<Config, 'scheme' | 'baseDomain'>
  accounts: IdentityProvider
  /** Null where passwords are the identity provider's own affair. */
  passwords: PasswordAccounts | null
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
