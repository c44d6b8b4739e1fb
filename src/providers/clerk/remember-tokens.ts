/** Tokens that were found true, until they end. */
export interface RememberedTokens<Facts> {
  /** @param notEndedBefore in milliseconds since 1970: tokens that ended before are not found */
  find(token: string, notEndedBefore: number): Facts | null
  keep(token: string, facts: Facts, endsAt: number): void
}

const tokensMax = 10_000

/**
 * Remembers what tokens say. A signature that was true once stays true, and to check it again at each request of a page
 * costs as much as asking the database. Only the whole token finds its facts, so a forged one finds nothing.
 */
export function rememberTokens<Facts>(): RememberedTokens<Facts> {
  const kept = new Map<string, { facts: Facts; endsAt: number }>()
  return {
    find(token, notEndedBefore) {
      const found = kept.get(token)
      return found && found.endsAt > notEndedBefore ? found.facts : null
    },
    keep(token, facts, endsAt) {
      // Maps keep the order in which they were filled: what goes first is what came first, and ends first.
      for (const old of kept.keys()) {
        if (kept.size < tokensMax) break
        kept.delete(old)
      }
      kept.set(token, { facts, endsAt })
    },
  }
}
