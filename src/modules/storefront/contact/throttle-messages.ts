import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyRequests } from '#platform/errors/app-error.ts'

/** A person writes, corrects themself, and writes again; a family does so behind one router. */
const byAddress = new RateLimiterMemory({ points: 5, duration: 10 * 60 })
/** Whatever many addresses send at once, an owner's mailbox stays one that can be read. */
const bySchool = new RateLimiterMemory({ points: 60, duration: 60 * 60 })

/**
 * Counts a message to a school.
 *
 * @param address the socket's
 * @throws TooManyRequests
 */
export async function throttleMessages(organizationId: string, address: string): Promise<void> {
  try {
    await byAddress.consume(`${organizationId} ${address}`)
    await bySchool.consume(organizationId)
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? new TooManyRequests(refusal.msBeforeNext / 1000) : refusal
  }
}
