import { join } from 'node:path'
import { systemClock, type Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { openPools, type Pools } from '#platform/db/pools.ts'
import { uuidV7Ids, type Ids } from '#platform/ids/ids.ts'
import { makeIdentity, type AccountEvents, type AccountMails, type AccountProvider, type AttemptCounter, type Identity } from '#modules/identity/index.ts'
import { accountMails, type MailCarrier } from '#modules/messaging/index.ts'
import type { PaymentGateway } from '#modules/commerce/index.ts'
import type { FileStorage } from '#modules/files/index.ts'
import type { WebhookVerifiers } from '#platform/inbox/webhook-verifier.ts'
import { runPendingFor } from '#platform/inbox/run-pending-for.ts'
import { log } from '#platform/log/log.ts'
import { postgresAttempts } from '#providers/better-auth/attempts.ts'
import { betterAuthAccounts } from '#providers/better-auth/better-auth-accounts.ts'
import { localFileStorage } from '#providers/local-storage/local-storage.ts'
import { resendCarrier } from '#providers/resend/resend-carrier.ts'
import { stripePayments } from '#providers/stripe/stripe-payments.ts'
import { smtpCarrier } from '#providers/smtp/smtp-carrier.ts'
import { switchboard } from './switchboard.ts'

/** Ports that use cases of the system may ask for, with their providers. */
export interface Ports {
  identity: Identity
  accounts: AccountProvider
  attempts: AttemptCounter
  accountMails: AccountMails
  accountEvents: AccountEvents
  storage: FileStorage
  /** Null while no key of a payment provider is set: nothing with a price is on sale. */
  payments: PaymentGateway | null
  /** Who tells true webhooks from false ones, for each provider whose secret is set. */
  webhooks: WebhookVerifiers
  /** Null when no mail server is set: mail is kept and shown in the mailbox. */
  mailCarrier: MailCarrier | null
}

/** The context of the inbox, of jobs and of subscribers: the system's door, and every port. */
export interface AppCtx extends SystemCtx, Ports {
  config: Config
}

/** The running application: ports with their providers, one object a process. */
export interface App extends Ports {
  config: Config
  pools: Pools
  clock: Clock
  ids: Ids
  /** The context for what the system does by itself. */
  systemCtx: AppCtx
  close(): Promise<void>
}

/** Puts the application together. Nothing connects before it is used. */
export function wire(config: Config): App {
  const pools = openPools(config)
  const ground = { config, clock: systemClock, ids: uuidV7Ids }
  const inSystem: SystemCtx['inSystem'] = (work) => asSystem(pools.system, ({ tx }) => work(tx))
  const accounts = betterAuthAccounts({ config, pool: pools.auth, ids: ground.ids })
  const ports: Ports = {
    accounts,
    attempts: postgresAttempts(pools.auth),
    identity: makeIdentity({ ...ground, inSystem, accounts }),
    accountMails: accountMails({ ...ground, inSystem }),
    accountEvents: {
      settle: async (subject) => void (await runPendingFor({ ctx: systemCtx, pool: pools.system, switchboard }, accounts.provider, subject)),
    },
    mailCarrier: chooseMailCarrier(config),
    storage: localFileStorage(join(config.dataDir, 'files')),
    ...stripePayments(config.stripe, ground.clock),
  }
  const systemCtx: AppCtx = { ...ground, ...ports, inSystem }
  return { ...ground, ...ports, pools, systemCtx, close: () => pools.close() }
}

/** Which way mail goes is said at start: a mail server that is set and silently not used is worse than none. */
function chooseMailCarrier({ mail }: Config): MailCarrier | null {
  const carrier = mail.smtpUrl
    ? smtpCarrier(mail.smtpUrl)
    : mail.resendApiKey
      ? resendCarrier({ apiKey: mail.resendApiKey, baseUrl: mail.resendBaseUrl })
      : null
  log.info(carrier ? `mail goes out: ${carrier.way}, from ${mail.from}` : 'mail is kept here and shown at /mailbox: neither SMTP_URL nor RESEND_API_KEY is set')
  if (mail.smtpUrl && mail.resendApiKey) log.warn('SMTP_URL and RESEND_API_KEY are both set: SMTP is used')
  return carrier
}
