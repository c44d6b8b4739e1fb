import { z } from 'zod'
import { loadSchema } from './bulk-load.ts'
import type { ClerkEmulatorOptions } from './start-clerk-emulator.ts'

const webhooksSchema = z.array(z.strictObject({
  url: z.url(), secret: z.string().regex(/^whsec_/), previousSecret: z.string().regex(/^whsec_/).optional(), types: z.array(z.string()).optional(),
}))
const rolesSchema = z.record(z.string().regex(/^org:\w+$/), z.strictObject({ name: z.string(), permissions: z.array(z.string().regex(/^org:\w+:\w+$/)) }))

const whole = z.coerce.number().int().min(0)
const environmentSchema = z.object({
  PORT: whole.max(65535).default(12112),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  CLERK_EMULATOR_FRONTEND_HOST: z.string().regex(/^[\w.-]+(:\d+)?$/).optional(),
  CLERK_SECRET_KEY: z.string().regex(/^sk_(test|live)_/).default('sk_test_emulator'),
  CLERK_EMULATOR_PRIVATE_KEY: z.string().optional(),
  CLERK_EMULATOR_TOKEN_SECONDS: whole.min(1).default(60),
  CLERK_EMULATOR_TOKEN_VERSION: z.enum(['1', '2']).default('2').transform((value) => (value === '1' ? 1 as const : 2 as const)),
  CLERK_EMULATOR_EVENT_TIME: z.enum(['milliseconds', 'seconds']).default('milliseconds'),
  CLERK_EMULATOR_COOKIE_DOMAIN: z.string().regex(/^[a-z0-9.-]+$/).optional(),
  CLERK_EMULATOR_ALLOWED_ORIGINS: z.string().default('').transform((list) => list.split(',').filter(Boolean)).pipe(z.array(z.url())),
  CLERK_EMULATOR_FORCE_ORGANIZATION: z.enum(['true', 'false']).default('false').transform((value) => value === 'true'),
  CLERK_EMULATOR_MAX_MEMBERSHIPS: whole.default(0),
  CLERK_EMULATOR_ROLES: json(rolesSchema, 'a JSON object of {name, permissions} by role, such as org:teacher').optional(),
  CLERK_EMULATOR_WEBHOOKS: json(webhooksSchema, 'a JSON list of {url, secret, previousSecret?, types?}').optional(),
  CLERK_EMULATOR_WEBHOOK_CONCURRENCY: whole.min(1).optional(),
  CLERK_EMULATOR_RETRY_SECONDS: z.string().regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, 'a list of seconds such as 1,2,4').optional()
    .transform((list) => list?.split(',').map(Number)),
  CLERK_EMULATOR_RATE_LIMIT: whole.default(1000),
  CLERK_EMULATOR_USER_RATE_LIMIT: whole.default(10),
  CLERK_EMULATOR_LOAD: json(loadSchema, 'a JSON object such as {"users":100000,"organizations":200}').optional(),
  CLERK_EMULATOR_STATE: z.string().optional(),
  CLERK_EMULATOR_SEED: z.string().optional(),
})

/**
 * Reads the configuration.
 * @throws Error that names every fault at once
 */
export function readEnvironment(environment: Record<string, string | undefined>): ClerkEmulatorOptions {
  // An empty variable is one that was not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(set)
  if (!result.success) throw new Error(`The Clerk emulator cannot start:\n${z.prettifyError(result.error)}`)
  const given = result.data
  return {
    port: given.PORT, host: given.HOST, publicUrl: given.PUBLIC_URL, frontendHost: given.CLERK_EMULATOR_FRONTEND_HOST, secretKey: given.CLERK_SECRET_KEY, privateKey: given.CLERK_EMULATOR_PRIVATE_KEY,
    tokenSeconds: given.CLERK_EMULATOR_TOKEN_SECONDS, tokenVersion: given.CLERK_EMULATOR_TOKEN_VERSION, eventTime: given.CLERK_EMULATOR_EVENT_TIME,
    cookieDomain: given.CLERK_EMULATOR_COOKIE_DOMAIN ?? null, allowedOrigins: given.CLERK_EMULATOR_ALLOWED_ORIGINS.map((one) => new URL(one).origin),
    isOrganizationForced: given.CLERK_EMULATOR_FORCE_ORGANIZATION, maxAllowedMemberships: given.CLERK_EMULATOR_MAX_MEMBERSHIPS,
    roles: given.CLERK_EMULATOR_ROLES, webhooks: given.CLERK_EMULATOR_WEBHOOKS, webhookConcurrency: given.CLERK_EMULATOR_WEBHOOK_CONCURRENCY,
    retrySeconds: given.CLERK_EMULATOR_RETRY_SECONDS, rateLimit: given.CLERK_EMULATOR_RATE_LIMIT, userRateLimit: given.CLERK_EMULATOR_USER_RATE_LIMIT,
    load: given.CLERK_EMULATOR_LOAD, statePath: given.CLERK_EMULATOR_STATE, seed: given.CLERK_EMULATOR_SEED,
  }
}

function json<T extends z.ZodType>(schema: T, shape: string) {
  return z.string().transform((text, context): z.output<T> => {
    try {
      return schema.parse(JSON.parse(text))
    } catch {
      context.addIssue(shape)
      return z.NEVER
    }
  })
}
