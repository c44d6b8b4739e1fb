/** How often something is tried before a person has to look at it. */
export const attemptsMax = 15

/** How long something waits for what it rests on before a person has to look at it. */
export const waitingDaysMax = 3

/**
 * When to try again after a failure: 2 s, 4 s, 8 s … up to an hour, each between half and whole of it, so that a
 * hundred events that failed together do not come back together. Fifteen tries take two to four hours.
 *
 * @param attempts how often it was tried by now
 * @param chance a number in [0, 1)
 * @returns seconds
 */
export function retryDelaySeconds(attempts: number, chance: number = Math.random()): number {
  return Math.min(3600, 2 ** Math.min(attempts, 12)) * (0.5 + chance / 2)
}

/**
 * When to look again for what has not arrived yet: half as long as it waited already, and at most a quarter of an hour.
 * Waiting costs no attempts: nothing is wrong, it is only early.
 *
 * @param waitedSeconds since it came
 * @param leastSeconds the first pause. Short where looking is the only way to learn that it came
 * @returns seconds; null when it waited too long
 */
export function waitDelaySeconds(waitedSeconds: number, leastSeconds: number): number | null {
  if (waitedSeconds > waitingDaysMax * 86_400) return null

  return Math.min(900, Math.max(leastSeconds, waitedSeconds / 2))
}

/** What a row keeps of a fault: enough to understand it, never a whole document. */
export function describeFault(fault: unknown): string {
  const text = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  return text.slice(0, 1000)
}
