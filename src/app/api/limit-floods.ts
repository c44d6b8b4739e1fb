import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyRequests } from '#platform/errors/app-error.ts'
import { BadSignature } from '#platform/inbox/webhook-verifier.ts'

const badPerMinute = 60

/** How often an address may sign badly, or send keys that open nothing, before it is told to wait: a secret that was mistyped shows as 400 for a while. */
export interface FloodLimit {
  /**
   * Takes a webhook in by `work`. Only bad signatures count, and a good one is taken whoever else stands behind its
   * address: behind a proxy everybody does. To look at a signature costs some ten microseconds; so a flood costs us
   * little, and its sender gets an answer that tells apart neither secrets nor bodies.
   *
   * @param address of whoever sends
   * @throws TooManyRequests in place of the bad one, once there were too many
   */
  take<Taken>(address: string, work: () => Promise<Taken>): Promise<Taken>
}

/** Limits floods of bad signatures, or of what else `isBad` says, each process for itself. */
export function limitFloods(isBad: (fault: unknown) => boolean = (fault) => fault instanceof BadSignature): FloodLimit {
  const bad = new RateLimiterMemory({ points: badPerMinute, duration: 60 })
  return {
    async take(address, work) {
      try {
        return await work()
      } catch (fault) {
        if (isBad(fault)) await count(bad, address)
        throw fault
      }
    },
  }
}

async function count(bad: RateLimiterMemory, address: string): Promise<void> {
  try {
    await bad.consume(address)
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? new TooManyRequests(refusal.msBeforeNext / 1000) : refusal
  }
}
