import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyRequests } from '#platform/errors/app-error.ts'

/** How often an address may begin to buy: a family behind one router does, a script that tries addresses does not. */
const starts = new RateLimiterMemory({ points: 30, duration: 10 * 60 })
/** How often the provider is asked about one checkout while its buyer waits on the page. */
const questions = new RateLimiterMemory({ points: 1, duration: 3 })
/** How many codes that no coupon has an address may try: who mistypes does not notice, who guesses finds nothing. */
const wrongGuesses = new RateLimiterMemory({ points: 15, duration: 15 * 60 })

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

/** Whether another code may be tried from this address. */
export async function allowsMoreGuesses(address: string): Promise<boolean> {
  const made = await wrongGuesses.get(address)
  return made === null || made.remainingPoints > 0
}

/** Counts a code that no coupon has. */
export async function noteWrongGuess(address: string): Promise<void> {
  // Past the limit it refuses by throwing; what was over is over.
  await wrongGuesses.consume(address).catch(() => null)
}
