import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyRequests } from '#platform/errors/app-error.ts'

/** How often an address may begin to buy: a family behind one router does, a script that tries addresses does not. */
const starts = new RateLimiterMemory({ points: 30, duration: 10 * 60 })
/** How often the provider is asked about one checkout while its buyer waits on the page. */
const questions = new RateLimiterMemory({ points: 1, duration: 3 })

/** @throws TooManyRequests */
export async function throttleStarts(address: string): Promise<void> {
  try {
    await starts.consume(address)
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? new TooManyRequests(refusal.msBeforeNext / 1000) : refusal
  }
}

/** Whether the provider may be asked about this checkout now. */
export async function mayAskAgain(checkoutId: string): Promise<boolean> {
  try {
    await questions.consume(checkoutId)
    return true
  } catch {
    return false
  }
}
