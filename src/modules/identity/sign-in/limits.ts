import { TooManyRequests } from '#platform/errors/app-error.ts'
import type { AttemptCounter, AttemptLimit } from '../ports.ts'

const tenMinutes = 600

/** Failed sign-ins: ten in ten minutes, by account and by the address they come from. */
export const failedSignIns: AttemptLimit = { triesMax: 10, windowSeconds: tenMinutes }
/** Wrong second factors: five in ten minutes, by account; a code of six digits lasts for long that way. */
export const failedSecondSteps: AttemptLimit = { triesMax: 5, windowSeconds: tenMinutes }
/** Tries with passkeys by address: nothing can be guessed there, but each costs work. */
export const passkeyTries: AttemptLimit = { triesMax: 60, windowSeconds: tenMinutes }
/** Ways to a provider by address: each leaves a row until it is over, and a whole school may sit behind one address. */
export const waysElsewhere: AttemptLimit = { triesMax: 60, windowSeconds: tenMinutes }
/** A code of an app is good for a minute and a half, and once (RFC 6238, 5.2). */
export const usesOfOneCode: AttemptLimit = { triesMax: 1, windowSeconds: 120 }
/** Mails that anyone may ask for: few for one mailbox, more for one address, behind which a whole school may sit. */
export const mailsToOne: AttemptLimit = { triesMax: 5, windowSeconds: tenMinutes }
export const mailsFromAddress: AttemptLimit = { triesMax: 30, windowSeconds: tenMinutes }

/**
 * Counts a try that costs something whether or not it works.
 *
 * @throws TooManyRequests when there were too many
 */
export async function countTry(attempts: AttemptCounter, key: string, limit: AttemptLimit): Promise<void> {
  const waitSeconds = await attempts.count(key, limit)
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}

/** @throws TooManyRequests when no try is left under one of the keys */
export async function requireTries(attempts: AttemptCounter, keys: readonly string[], limit: AttemptLimit): Promise<void> {
  const waits = await Promise.all(keys.map((key) => attempts.secondsToWait(key, limit)))
  const waitSeconds = Math.max(0, ...waits)
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
}
