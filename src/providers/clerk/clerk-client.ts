import { createClerkClient } from '@clerk/backend'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import { translateClerkFault } from './translate-clerk-fault.ts'

/** The SDK, and the only way it is called here: with an end in time, and with faults that say whether waiting helps. */
export interface ClerkClient {
  /**
   * @param work what is asked of the SDK
   * @throws IdentityUnavailable for connection faults, 5xx, 429 and what takes too long; the SDK's own fault else
   */
  ask<T>(work: (sdk: ReturnType<typeof createClerkClient>) => Promise<T>): Promise<T>
}

const defaultTimeoutMs = 8000

/**
 * Clerk's Backend API, or whatever speaks its protocol at `apiUrl`.
 *
 * @param timeoutMs how long one call may take; the SDK itself would wait for ever
 */
export function createClerk(config: Pick<ClerkConfig, 'secretKey' | 'publishableKey' | 'apiUrl'>, timeoutMs = defaultTimeoutMs): ClerkClient {
  const sdk = createClerkClient({
    secretKey: config.secretKey,
    publishableKey: config.publishableKey,
    ...(config.apiUrl ? { apiUrl: config.apiUrl } : {}),
    telemetry: { disabled: true },
  })
  return {
    async ask(work) {
      const { promise: tooLong, reject } = Promise.withResolvers<never>()
      const timer = setTimeout(() => reject(new Error(`Clerk did not answer in ${timeoutMs} ms`)), timeoutMs)
      try {
        return await Promise.race([work(sdk), tooLong])
      } catch (fault) {
        throw translateClerkFault(fault)
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
