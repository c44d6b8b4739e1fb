/**
 * Time that a test can wind. It runs with the machine's time, plus an offset that only grows.
 * Everything an emulator does "later" asks this clock, so three days of retries take one call.
 */
export type Clock = {
  /** Seconds since 1970, whole, as the providers' objects carry them. */
  now(): number
  /** Milliseconds since 1970, for ordering and logs. */
  nowMs(): number
  /** Winds forward by `seconds` (not negative) and tells every listener. */
  advance(seconds: number): void
  /** How far the clock is ahead of the machine, in seconds. */
  offsetSeconds(): number
  /** Sets the offset without telling anybody: for restoring a saved state. */
  restore(offsetSeconds: number): void
  /** Calls `listener` after each advance; the answer stops that. */
  onAdvance(listener: () => void): () => void
}

/**
 * Makes a clock.
 * @throws RangeError from `advance` when the seconds are negative or not finite.
 * @example const clock = createClock(); clock.advance(3600)
 */
export function createClock(machineNowMs: () => number = Date.now): Clock {
  let offset = 0
  const listeners = new Set<() => void>()
  const nowMs = () => machineNowMs() + offset * 1000

  return {
    now: () => Math.floor(nowMs() / 1000),
    nowMs,
    advance(seconds) {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new RangeError('A clock is wound forward by zero or more seconds.')
      }
      offset += seconds
      for (const listener of listeners) listener()
    },
    offsetSeconds: () => offset,
    restore(offsetSeconds) {
      offset = offsetSeconds
    },
    onAdvance(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
