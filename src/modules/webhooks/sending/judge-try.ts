import type { WebhookOutcome } from '../ports.ts'

const minute = 60
const hour = 60 * minute

/** The pauses before each try, in seconds: the example of the Standard Webhooks, ten tries in a little over three days. */
export const pausesSeconds = [0, 5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour] as const

/** How long an endpoint may fail without a break before it is switched off. */
export const failingDaysMax = 5

/** A receiver may put a try off, but not for ever. */
const retryAfterSecondsMax = 24 * hour

/** What follows from a try. `gone`: the receiver wants nothing more at all. */
export type Verdict = { kind: 'delivered' } | { kind: 'gone' } | { kind: 'again'; inSeconds: number } | { kind: 'given-up' }

/**
 * Judges a try as the Standard Webhooks recommend: 2xx is success, 410 ends the endpoint, all else (redirects too) is
 * failure and tried again on the schedule, later if the receiver asked for that with Retry-After.
 *
 * @param attempts how many tries there were, this one counted
 * @param chance in [0, 1): up to a fifth is added to a pause, so that what failed together does not come back together
 */
export function judgeTry(outcome: WebhookOutcome, attempts: number, chance: number = Math.random()): Verdict {
  if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) return { kind: 'delivered' }
  if (outcome.kind === 'answered' && outcome.status === 410) return { kind: 'gone' }

  const pause = pausesSeconds[attempts]
  if (pause === undefined) return { kind: 'given-up' }
  const asked = outcome.kind === 'answered' ? Math.min(outcome.retryAfterSeconds ?? 0, retryAfterSecondsMax) : 0
  return { kind: 'again', inSeconds: Math.max(pause * (1 + chance / 5), asked) }
}
