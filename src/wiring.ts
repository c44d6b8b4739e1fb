import { join } from 'node:path'
import { systemClock, type Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { askTogether } from '#platform/db/ask-together.ts'
import { askAsSystem, asSystem } from '#platform/db/as-system.ts'
import { openLiveLine, type LiveLine } from '#platform/live/live-line.ts'
import { openPools, type Pools } from '#platform/db/pools.ts'
import { uuidV7Ids, type Ids } from '#platform/ids/ids.ts'
import { makeIdentity, type AccountEvents, type AccountMails, type AttemptCounter, type Identity, type IdentityProvider, type Passkeys, type PasswordAccounts, type SecondFactor, type SocialAccounts, type SessionFacts } from '#modules/identity/index.ts'
import { accountMails, type MailCarrier } from '#modules/messaging/index.ts'
import type { PaymentGateway } from '#modules/commerce/index.ts'
import type { Directory } from '#modules/operations/ports.ts'
import type { WebhookSender } from '#modules/webhooks/index.ts'
import type { FileStorage } from '#modules/files/index.ts'
import { visitOf, visitQuestion, type Arriving, type DomainRecords, type OrganizationKeeper, type Visit, type VisitRow } from '#modules/tenancy/index.ts'
import type { WebhookVerifiers } from '#platform/inbox/webhook-verifier.ts'
import { databaseQueue } from '#platform/jobs/database-queue.ts'
import type { JobQueue } from '#platform/jobs/job-queue.ts'
import { runPendingFor } from '#platform/inbox/run-pending-for.ts'
import type { WorkerGround } from '#platform/jobs/run-worker.ts'
import { log } from '#platform/log/log.ts'
import { postgresAttempts } from '#providers/better-auth/attempts.ts'
import { betterAuthIdentity } from '#providers/better-auth/better-auth-identity.ts'
import { clerkPeople } from '#providers/clerk/clerk-people.ts'
import { dnsRecords } from '#providers/dns/dns-records.ts'
import { inngestQueue } from '#providers/inngest/inngest-queue.ts'
import { localFileStorage } from '#providers/local-storage/local-storage.ts'
import { s3FileStorage } from '#providers/s3-storage/s3-storage.ts'
import { resendCarrier } from '#providers/resend/resend-carrier.ts'
import { webhookHttpSender } from '#providers/webhook-http/webhook-http-sender.ts'
import { stripePayments } from '#providers/stripe/stripe-payments.ts'
import { smtpCarrier } from '#providers/smtp/smtp-carrier.ts'
import { switchboard } from './switchboard.ts'

/** Ports that use cases of the system may ask for, with their providers. */
export interface Ports {
  identity: Identity
  accounts: IdentityProvider
  /** Null with Clerk, which keeps the passwords itself. */
  passwords: PasswordAccounts | null
  /** Null with Clerk, which has its own. */
  secondFactor: SecondFactor | null
  passkeys: Passkeys | null
  social: SocialAccounts | null
  /** What the identity provider knows of everybody; null where accounts live here, as there is nothing to compare with. */
  directory: Directory | null
  /** Null with the built-in accounts: schools are opened here alone. */
  organizationKeeper: OrganizationKeeper | null
  /** What the DNS says of the schools' own domains. */
  domainRecords: DomainRecords
  attempts: AttemptCounter
  accountMails: AccountMails
  accountEvents: AccountEvents
  storage: FileStorage
  /** Null while no key of a payment provider is set: nothing with a price is on sale. */
  payments: PaymentGateway | null
  /** Who tells true webhooks from false ones, for each provider whose secret is set. */
  webhooks: WebhookVerifiers
  /** Tells the schools' own programs what happened. */
  webhookSender: WebhookSender
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
  /** Who runs the jobs. */
  queue: JobQueue
  /** The school of an address, the person of a session and their role, in one round trip. */
  findVisit(slug: string, session: SessionFacts): Promise<Visit>
  /** The database's words to this process. */
  liveLine: LiveLine
  /** The context for what the system does by itself. */
  systemCtx: AppCtx
  close(): Promise<void>
}

/** Puts the application together. Nothing connects before it is used. */
export function wire(config: Config): App {
  if (config.dummies.length) log.warn(`left as an example has them, and not used: ${config.dummies.join(', ')}`)
  const pools = openPools(config)
  const ground = { config, clock: systemClock, ids: uuidV7Ids }
  const inSystem: SystemCtx['inSystem'] = (work) => asSystem(pools.system, ({ tx }) => work(tx))
  const { accounts, passwords, secondFactor, passkeys, social, webhooks, directory, organizationKeeper } = choosePeople(config, pools, ground)
  const identity = makeIdentity({ ...ground, inSystem, accounts })
  const queue = chooseQueue(config, () => ({ source: config, ctx: systemCtx, pool: pools.system, switchboard, retention: config.retention }))
  const stripe = stripePayments(config.stripe, ground.clock)
  const ports: Ports = {
    accounts,
    passwords,
    secondFactor,
    passkeys,
    social,
    directory,
    organizationKeeper,
    domainRecords: dnsRecords(config.dnsServers),
    attempts: postgresAttempts(pools.auth),
    identity,
    accountMails: accountMails({ ...ground, inSystem }),
    accountEvents: {
      async settle(subject) {
        // The built-in accounts write to the inbox themselves; what Clerk will send is asked for instead.
        if (config.clerk) await identity.bringUser(subject)
        else await runPendingFor({ ctx: systemCtx, pool: pools.system, switchboard, outsideQueue: queue.outsideName }, accounts.provider, subject)
      },
    },
    mailCarrier: chooseMailCarrier(config),
    storage: chooseStorage(config),
    payments: stripe.payments,
    webhooks: { ...stripe.webhooks, ...webhooks },
    webhookSender: webhookHttpSender({ mayReachLoopback: config.webhooksToLoopback }),
  }
  const systemCtx: AppCtx = { ...ground, ...ports, inSystem }
  const visit = askTogether(async (arriving: readonly Arriving[]) => {
    const { statement, values } = visitQuestion(arriving)
    const rows = await askAsSystem<VisitRow>(pools, statement, values)
    return rows.sort((one, other) => one.at - other.at).map(visitOf)
  })
  const findVisit: App['findVisit'] = (slug, { subject }) => visit({ slug, provider: accounts.provider, subject })
  const liveLine = openLiveLine(config)
  const close = async () => {
    await liveLine.close()
    await queue.close()
    await pools.close()
  }
  return { ...ground, ...ports, pools, queue, findVisit, liveLine, systemCtx, close }
}

/** Who runs the jobs is said at start: one forgotten key and nothing would be done, though all is kept. */
function chooseQueue(config: Config, ground: () => WorkerGround<AppCtx>): JobQueue {
  if (!config.inngest) return databaseQueue(ground)

  log.info(`jobs are sent to Inngest (${config.inngest.baseUrl ?? 'its own service'}), which calls /api/inngest${config.inngest.isDev ? '; a development server: calls are not signed' : ''}`)
  return inngestQueue(config.inngest, `${config.scheme}://${config.baseDomain}`, ground)
}

/** Who people are is said at start too: with one forgotten key everybody would be a stranger. */
function choosePeople(config: Config, pools: Pools, { clock, ids }: { clock: Clock; ids: Ids }): Pick<Ports, 'accounts' | 'passwords' | 'secondFactor' | 'passkeys' | 'social' | 'webhooks' | 'directory' | 'organizationKeeper'> {
  if (!config.clerk) {
    log.info('people sign in by the built-in accounts: CLERK_SECRET_KEY is not set')
    return { ...betterAuthIdentity({ config, pool: pools.auth, ids }), webhooks: {}, directory: null, organizationKeeper: null }
  }

  const doors = config.clerk.webhookSecrets.length > 0 ? 'its webhooks are taken at /api/webhooks/clerk' : 'CLERK_WEBHOOK_SECRET is not set, so its webhooks are refused with 503'
  log.info(`people sign in by Clerk (${config.clerk.frontendHost}); ${doors}; sessions are checked ${config.clerk.jwtKey ? 'by CLERK_JWT_KEY, without network' : 'by its key set'}`)
  return { ...clerkPeople({ ...config, clerk: config.clerk }, clock), passwords: null, secondFactor: null, passkeys: null, social: null }
}

/** Where files rest is said at start: a bucket that was forgotten would fill the disk of a machine. */
function chooseStorage({ s3, dataDir }: Config): FileStorage {
  log.info(s3 ? `files are kept by S3: bucket ${s3.bucket} at ${s3.endpoint ?? `AWS, ${s3.region}`}, ${s3.servesDirectly ? 'read from there' : 'read through this program'}` : 'files are kept in the data folder: S3_BUCKET is not set')
  return s3 ? s3FileStorage(s3) : localFileStorage(join(dataDir, 'files'))
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
