/** Lets calls through at a set rate. */
export interface Pace {
  /** Resolves when the next call may go. @throws what the signal was aborted with */
  turn(signal?: AbortSignal): Promise<void>
  /** Nobody goes before this time is over: the provider asked for a pause. */
  pause(ms: number): void
}

/** How much of a window's calls may go at once after a lull, so that a slow moment can be made up for. */
const burstShare = 0.05

/**
 * Spreads calls evenly over time. The provider counts in windows: evenly spread calls and a small burst stay below
 * the limit wherever its windows begin.
 *
 * @param calls how many in ten seconds
 */
export function makePace(calls: number, nowMs: () => number = () => performance.now(), waiting = wait): Pace {
  const gapMs = 10_000 / calls
  const burstMs = gapMs * Math.max(1, calls * burstShare)
  let nextMs = Number.NEGATIVE_INFINITY
  return {
    async turn(signal) {
      signal?.throwIfAborted()
      const now = nowMs()
      // Turns are given out in order: each takes the next free moment, and who did not come gives up but a burst of them.
      const mineMs = Math.max(nextMs, now - burstMs)
      nextMs = mineMs + gapMs
      if (mineMs > now) await waiting(mineMs - now, signal)
    },
    pause(ms) {
      nextMs = Math.max(nextMs, nowMs() + ms)
    },
  }
}

/** @throws what the signal was aborted with */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  const stop = () => {
    clearTimeout(timer)
    reject(signal?.reason instanceof Error ? signal.reason : new Error('the walk was stopped'))
  }
  signal?.addEventListener('abort', stop, { once: true })
  return promise.finally(() => signal?.removeEventListener('abort', stop))
}
