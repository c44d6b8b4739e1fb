import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { AccountEvents, AccountMails, AccountProvider, AttemptCounter } from './ports.ts'

/** What use cases about accounts may ask for. */
export interface IdentityCtx extends SystemCtx {
  config: Pick<Config, 'scheme' | 'baseDomain'>
  accounts: AccountProvider
  attempts: AttemptCounter
  accountMails: AccountMails
  accountEvents: AccountEvents
}

/** Scheme, host and port of the installation's own pages. */
export function installationOrigin({ config }: Pick<IdentityCtx, 'config'>): string {
  return `${config.scheme}://${config.baseDomain}`
}
