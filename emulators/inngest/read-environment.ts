import { z } from 'zod'
import type { InngestEmulatorOptions } from './start-inngest-emulator.ts'

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8288),
  HOST: z.string().default('127.0.0.1'),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().regex(/^(signkey-\w+-)?([0-9a-f]{2})+$/i, 'a key such as signkey-test-0123abcd, or none for a development server').optional(),
  INNGEST_EMULATOR_RETRY_SECONDS: z.string().regex(/^\d+(\.\d+)?(,\d+(\.\d+)?)*$/, 'a list of seconds such as 1,2,4').optional()
    .transform((list) => list?.split(',').map(Number)),
})

/**
 * Reads the configuration. Without a signing key it is a development server, whose calls are not signed.
 * @throws Error that names every fault at once
 */
export function readEnvironment(environment: Record<string, string | undefined>): InngestEmulatorOptions {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = environmentSchema.safeParse(set)
  if (!result.success) throw new Error(`The Inngest emulator cannot start:\n${z.prettifyError(result.error)}`)

  const { PORT, HOST, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, INNGEST_EMULATOR_RETRY_SECONDS } = result.data
  return {
    port: PORT, host: HOST, signingKey: INNGEST_SIGNING_KEY ?? null,
    ...(INNGEST_EVENT_KEY ? { eventKey: INNGEST_EVENT_KEY } : {}),
    ...(INNGEST_EMULATOR_RETRY_SECONDS ? { retrySeconds: INNGEST_EMULATOR_RETRY_SECONDS } : {}),
  }
}
