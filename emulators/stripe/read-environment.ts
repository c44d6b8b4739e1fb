import { z } from 'zod'

const webhooksSchema = z.array(z.strictObject({
  url: z.url(), secret: z.string().min(1), connect: z.boolean().default(false), thin: z.boolean().default(false),
}))

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(12111),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  STRIPE_SECRET_KEY: z.string().min(1).default('sk_test_emulator'),
  STRIPE_EMULATOR_STATE: z.string().min(1).optional(),
  STRIPE_EMULATOR_SEED: z.string().min(1).optional(),
  STRIPE_EMULATOR_RETRY_SECONDS: z.string().regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, 'a list of seconds such as 1,2,4').optional()
    .transform((list) => list?.split(',').map(Number)),
  STRIPE_EMULATOR_WEBHOOKS: z.string().optional().transform((json, context) => {
    try {
      return webhooksSchema.parse(JSON.parse(json || '[]'))
    } catch {
      context.addIssue('a JSON list of {url, secret, connect?, thin?}')
      return z.NEVER
    }
  }),
})

/**
 * Reads the configuration.
 * @throws Error that names every fault at once
 */
export function readEnvironment(environment: Record<string, string | undefined>) {
  // An empty variable is one that was not set.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(set)
  if (!result.success) throw new Error(`The Stripe emulator cannot start:\n${z.prettifyError(result.error)}`)
  const given = result.data
  return {
    port: given.PORT, host: given.HOST, publicUrl: given.PUBLIC_URL, secretKey: given.STRIPE_SECRET_KEY,
    statePath: given.STRIPE_EMULATOR_STATE, seed: given.STRIPE_EMULATOR_SEED,
    retrySeconds: given.STRIPE_EMULATOR_RETRY_SECONDS, webhooks: given.STRIPE_EMULATOR_WEBHOOKS,
  }
}
