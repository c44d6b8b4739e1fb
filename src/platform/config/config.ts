import { resolve } from 'node:path'
import { z } from 'zod'
import { areProxies } from '../http/visitor-address.ts'
import { clerkFaults, clerkSettings, readClerk, type ClerkConfig } from './clerk-config.ts'
import { setDummiesAside } from './dummies.ts'
import { inngestFaults, inngestSettings, readInngest, type InngestConfig } from './inngest-config.ts'
import { readSocial, socialFaults, socialSettings, type SocialProvider } from './social-config.ts'
import { readS3, s3Faults, s3Settings, type S3Config } from './s3-config.ts'

const port = z.coerce.number().int().min(0).max(65535)
const url = z.url()
const days = z.coerce.number().int().min(1).max(3650)
const text = z.string().trim().min(1)
const list = z.string().trim().transform((words) => words.split(/[\s,]+/).filter(Boolean))

const environment = z.object({
  PORT: port.default(3000),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('.data'),
  BASE_DOMAIN: text.optional(),
  PUBLIC_SCHEME: z.enum(['http', 'https']).optional(),
  APP_SECRET: z.string().min(32, 'APP_SECRET needs at least 32 characters'),
  DATABASE_URL: url,
  DATABASE_MIGRATION_URL: url.optional(),
  DATABASE_DIRECT_URL: url.optional(),
  DATABASE_WEB_URL: url.optional(),
  DATABASE_SYSTEM_URL: url.optional(),
  DATABASE_AUTH_URL: url.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: text.optional(),
  STRIPE_API_URL: url.optional(),
  STRIPE_CHECKOUT_ORIGIN: url.optional(),
  ...clerkSettings,
  ...inngestSettings,
  ...s3Settings,
  ...socialSettings,
  OPERATORS_NEED_TWO_FACTOR: z.enum(['yes', 'no']).default('no'),
  RESEND_API_KEY: text.optional(),
  RESEND_BASE_URL: url.optional(),
  SMTP_URL: url.optional(),
  MAIL_FROM: text.default('no-reply@coursecove.localhost'),
  MAILS_KEPT_DAYS: days.default(30),
  WEBHOOKS_TO_LOOPBACK: z.enum(['yes', 'no']).default('no'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  DNS_SERVERS: list.default([]),
  TRUSTED_PROXIES: list.refine(areProxies, 'TRUSTED_PROXIES takes addresses and subnets, parted by commas, or the word loopback').default([]),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN needs at least 16 characters').optional(),
  CRON_SECRET: z.string().min(16, 'CRON_SECRET needs at least 16 characters').optional(),
  COVE_FAILPOINT: text.optional(),
  EVENTS_KEPT_DAYS: days.default(30),
  FAILED_EVENTS_KEPT_DAYS: days.default(180),
  PAGE_CACHE_MB: z.coerce.number().int().min(0).max(4096).default(64),
  UPLOAD_LIMIT_BYTES: z.coerce.number().int().positive().default(2 * 1024 ** 3),
})

/** Everything the programs are told from outside, checked once at start. */
export interface Config {
  port: number
  host: string
  dataDir: string
  /** Host and port of the installation's own pages; schools are its subdomains. */
  baseDomain: string
  scheme: 'http' | 'https'
  appSecret: string
  databaseUrl: string
  databaseMigrationUrl: string | undefined
  databaseDirectUrl: string | undefined
  databaseLogins: { web: string | undefined; system: string | undefined; auth: string | undefined }
  stripe: {
    secretKey: string
    webhookSecret: string | undefined
    connectWebhookSecret: string | undefined
    apiUrl: string | undefined
    /** Where the hosted checkout lives: the form-action of the Content-Security-Policy must name it. */
    checkoutOrigin: string
  } | null
  /** Who people are: Clerk when its keys are set, else the built-in accounts. */
  clerk: ClerkConfig | null
  /** With which accounts elsewhere people can sign in; none under Clerk, which has its own. */
  social: SocialProvider[]
  /** Whether the operator's pages ask for two-factor sign-in; under Clerk that is Clerk's to ask. */
  operatorsNeedTwoFactor: boolean
  /** Which queue runs the jobs: Inngest when its key is set, else the one in the database. */
  inngest: InngestConfig | null
  /** Where the files of schools rest: a store outside when its bucket is set, else the data folder. */
  s3: S3Config | null
  /** How mail goes out, and for how many days what was written is kept. */
  mail: { smtpUrl: string | undefined; resendApiKey: string | undefined; resendBaseUrl: string | undefined; from: string; keptDays: number }
  /** For how many days the inbox keeps what was done, and what was given up. */
  retention: { doneDays: number; failedDays: number }
  uploadLimitBytes: number
  /** How much of its memory a web process may use for pages that are every visitor's; 0 keeps none. */
  pageCacheBytes: number
  /** Whether webhooks may be sent to this machine itself, over plain http too: for development. */
  webhooksToLoopback: boolean
  /** Addresses and subnets of the proxies in front, whose word of a visitor's address is believed. */
  trustedProxies: string[]
  /** Which name servers are asked about the schools' own domains; the machine's own when empty. */
  dnsServers: string[]
  /** What whoever reads the metrics from another machine must send. */
  metricsToken: string | undefined
  /** What the host's clock sends to `/api/cron`; without it nobody may. */
  cronSecret: string | undefined
  /** Settings that were left as an example has them, and count as not given. */
  dummies: string[]
}

/** The environment cannot be used; the message names every fault at once. */
export class BadEnvironment extends Error {}

/**
 * Reads the settings.
 *
 * @param env the environment, by the names in `.env.example`
 * @throws BadEnvironment naming every fault at once
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { env: meant, names: dummies } = setDummiesAside(env)
  const given = Object.fromEntries(Object.entries(meant).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  if (!result.success) {
    throw badEnvironment(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }

  const read = result.data
  const faults = [...clerkFaults(read), ...inngestFaults(read), ...s3Faults(read), ...socialFaults(read), ...twoFactorFaults(read)]
  if (faults.length > 0) throw badEnvironment(faults)

  const baseDomain = (read.BASE_DOMAIN ?? `coursecove.localhost:${read.PORT}`).toLowerCase()
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: resolve(read.DATA_DIR),
    baseDomain,
    scheme: read.PUBLIC_SCHEME ?? (/localhost(:\d+)?$/.test(baseDomain) ? 'http' : 'https'),
    appSecret: read.APP_SECRET,
    databaseUrl: read.DATABASE_URL,
    databaseMigrationUrl: read.DATABASE_MIGRATION_URL,
    databaseDirectUrl: read.DATABASE_DIRECT_URL,
    databaseLogins: { web: read.DATABASE_WEB_URL, system: read.DATABASE_SYSTEM_URL, auth: read.DATABASE_AUTH_URL },
    stripe: readStripe(read),
    clerk: readClerk(read),
    operatorsNeedTwoFactor: read.OPERATORS_NEED_TWO_FACTOR === 'yes',
    inngest: readInngest(read),
    s3: readS3(read),
    social: read.CLERK_SECRET_KEY ? [] : readSocial(read),
    mail: { smtpUrl: read.SMTP_URL, resendApiKey: read.RESEND_API_KEY, resendBaseUrl: read.RESEND_BASE_URL, from: read.MAIL_FROM, keptDays: read.MAILS_KEPT_DAYS },
    retention: { doneDays: read.EVENTS_KEPT_DAYS, failedDays: read.FAILED_EVENTS_KEPT_DAYS },
    pageCacheBytes: read.PAGE_CACHE_MB * 1024 ** 2,
    uploadLimitBytes: read.UPLOAD_LIMIT_BYTES,
    webhooksToLoopback: read.WEBHOOKS_TO_LOOPBACK === 'yes',
    trustedProxies: read.TRUSTED_PROXIES,
    dnsServers: read.DNS_SERVERS,
    metricsToken: read.METRICS_TOKEN,
    cronSecret: read.CRON_SECRET,
    dummies,
  }
}

/** A lock that would not lock is worse than none. */
function twoFactorFaults(read: z.infer<typeof environment>): string[] {
  return read.OPERATORS_NEED_TWO_FACTOR === 'yes' && readClerk(read) ? ['OPERATORS_NEED_TWO_FACTOR: is for the built-in accounts. With Clerk, ask for a second factor in its dashboard'] : []
}

function badEnvironment(faults: string[]): BadEnvironment {
  return new BadEnvironment(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}

function readStripe(read: z.infer<typeof environment>): Config['stripe'] {
  if (!read.STRIPE_SECRET_KEY) return null

  return {
    secretKey: read.STRIPE_SECRET_KEY,
    webhookSecret: read.STRIPE_WEBHOOK_SECRET,
    connectWebhookSecret: read.STRIPE_CONNECT_WEBHOOK_SECRET,
    apiUrl: read.STRIPE_API_URL,
    checkoutOrigin: new URL(read.STRIPE_CHECKOUT_ORIGIN ?? read.STRIPE_API_URL ?? 'https://checkout.stripe.com').origin,
  }
}
