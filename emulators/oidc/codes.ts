import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../core/clock.ts'
import type { Person } from './settings.ts'

/** What a code stands for. */
export type Grant = {
  clientId: string
  redirectUri: string
  /** The hash that the application sent first; it has to show what it is the hash of. */
  codeChallenge: string
  nonce: string | null
  scopes: readonly string[]
  person: Person
}

/** Codes: each is good once, and for a short while. */
export type Codes = {
  issue(grant: Grant): string
  /** Null for a code that nobody has, that was used, or that is too old; looking uses it up. */
  take(code: string): Grant | null
}

/** @param seconds how long a code is good */
export function createCodes(clock: Clock, seconds: number): Codes {
  const open = new Map<string, { grant: Grant; until: number }>()
  return {
    issue(grant) {
      const code = randomBytes(24).toString('base64url')
      open.set(code, { grant, until: clock.now() + seconds })
      return code
    },
    take(code) {
      const found = open.get(code)
      open.delete(code)
      return found && found.until >= clock.now() ? found.grant : null
    },
  }
}

/**
 * Whether a verifier is what its challenge is the hash of.
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.6
 */
export function isVerifierOf(challenge: string, verifier: string): boolean {
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) return false
  const [made, asked] = [createHash('sha256').update(verifier).digest(), Buffer.from(challenge, 'base64url')]
  return made.length === asked.length && timingSafeEqual(made, asked)
}
