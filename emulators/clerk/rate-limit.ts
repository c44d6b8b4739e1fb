import type { Clock } from '../core/clock.ts'
import { ClerkFault } from './errors.ts'

export type RateLimits = {
  /** Counts one call. @throws ClerkFault 429 with Retry-After when there were too many */
  count(key: string, limit: number): void
  /** How many calls of any kind a window allows; 0 is no limit. */
  perWindow: number
  /** How many changes of one person a window allows; 0 is no limit. */
  perUser: number
}

const WINDOW_SECONDS = 10

/** Counts calls in windows of ten seconds, on the emulator's clock: winding it opens the next window. */
export function createRateLimits(clock: Clock, limits: { perWindow: number; perUser: number }): RateLimits {
  let counts = new Map<string, number>()
  let windowEndsAt = 0

  return {
    ...limits,
    count(key, limit) {
      if (limit === 0) return
      const now = clock.nowMs() / 1000
      if (now >= windowEndsAt) {
        counts = new Map()
        windowEndsAt = now + WINDOW_SECONDS
      }
      const made = (counts.get(key) ?? 0) + 1
      counts.set(key, made)
      if (made > limit) throw tooMany(Math.max(1, Math.ceil(windowEndsAt - now)))
    },
  }
}

/** 429 in Clerk's words. @param retryAfterSeconds what Retry-After says */
export function tooMany(retryAfterSeconds: number): ClerkFault {
  return new ClerkFault(429, {
    code: 'too_many_requests', message: 'Too many requests. Please try again in a bit.', headers: { 'retry-after': String(retryAfterSeconds) },
  })
}
