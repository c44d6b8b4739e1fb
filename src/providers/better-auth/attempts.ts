import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { AttemptCounter } from '#modules/identity/ports.ts'

/**
 * Counts tries in the database, so that all web processes count together.
 *
 * @param pool the pool of the `auth` login
 */
export function postgresAttempts(pool: Pool): AttemptCounter {
  const limiters = new Map<string, RateLimiterPostgres>()
  const limiter = (triesMax: number, windowSeconds: number) => {
    const name = `${triesMax}/${windowSeconds}`
    const made =
      limiters.get(name) ??
      new RateLimiterPostgres({
        storeClient: pool,
        schemaName: 'better_auth',
        tableName: 'attempts',
        tableCreated: true,
        clearExpiredByTimeout: true,
        keyPrefix: '',
        points: triesMax,
        duration: windowSeconds,
      })
    limiters.set(name, made)
    return made
  }
  return {
    async secondsToWait(key, { triesMax, windowSeconds }) {
      const found = await limiter(triesMax, windowSeconds).get(key)
      return found && found.consumedPoints >= triesMax ? Math.max(1, Math.ceil(found.msBeforeNext / 1000)) : 0
    },
    async count(key, { triesMax, windowSeconds }) {
      try {
        await limiter(triesMax, windowSeconds).consume(key)
        return 0
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        throw refusal
      }
    },
    async forget(key, { triesMax, windowSeconds }) {
      await limiter(triesMax, windowSeconds).delete(key)
    },
  }
}
