import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { SystemCtx } from '#platform/ctx.ts'
import { TooManyRequests } from '#platform/errors/app-error.ts'
import { readLicenceKey } from './licence-key.ts'
import { findKey } from './licence-keys.queries.ts'

/** What a program outside hears of a key. */
export type LicenceAnswer = { isValid: true; product: { slug: string; title: string } } | { isValid: false; reason: 'unknown' | 'revoked' | 'refunded' }

// A key has 125 bits and is not guessed; this keeps one address from asking for all others.
const checks = new RateLimiterMemory({ points: 60, duration: 60 })

/**
 * Whether a licence key of a school is good. A product whose school does not want such questions answered is unknown.
 *
 * @param input `address` where the request came from, for throttling
 * @throws TooManyRequests past 60 questions a minute from one address
 */
export async function checkLicence(ctx: Pick<SystemCtx, 'inSystem'> & { organizationId: string }, input: { key: string; address: string }): Promise<LicenceAnswer> {
  await throttle(input.address)
  const key = readLicenceKey(input.key)
  const known = key === null ? null : await ctx.inSystem((tx) => findKey(tx, ctx.organizationId, key))
  if (!known?.isAnswered) return { isValid: false, reason: 'unknown' }
  if (known.isRevoked) return { isValid: false, reason: 'revoked' }
  if (!known.isPurchaseOpen) return { isValid: false, reason: 'refunded' }
  return { isValid: true, product: { slug: known.productSlug, title: known.productTitle } }
}

async function throttle(address: string): Promise<void> {
  try {
    await checks.consume(address)
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? new TooManyRequests(refusal.msBeforeNext / 1000) : refusal
  }
}
