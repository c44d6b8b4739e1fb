import { createPublicKey, type JsonWebKey } from 'node:crypto'
import type { ClerkClient } from './clerk-client.ts'

/** The public key in PEM by its id; null when Clerk knows no key of this id. */
export type FindKey = (keyId: string) => Promise<string | null>

const freshMs = 3_600_000
const pauseMs = 30_000

/**
 * Clerk's key set, read once an hour. A key that is not in it may be a new one, so it is read again then, but not
 * more often than twice a minute: anyone can send tokens with made-up ids, and must not make us call Clerk each time.
 * The SDK's own cache would.
 */
export function clerkKeys(clerk: ClerkClient, now: () => Date): FindKey {
  let known = new Map<string, string>()
  let readAtMs = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null
  const read = async () => {
    const { keys } = await clerk.ask((sdk) => sdk.jwks.getJwks())
    known = new Map((keys ?? []).map((key) => [key.kid ?? '', pemOf({ ...key })]))
    readAtMs = now().getTime()
  }
  return async (keyId) => {
    const ageMs = now().getTime() - readAtMs
    const isEnough = known.has(keyId) ? ageMs < freshMs : ageMs < pauseMs
    if (!isEnough) {
      reading ??= read().finally(() => (reading = null))
      // A key that was good an hour ago is better than none while Clerk does not answer.
      await reading.catch((fault: unknown) => {
        if (!known.has(keyId)) throw fault
      })
    }
    return known.get(keyId) ?? null
  }
}

function pemOf(key: JsonWebKey): string {
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
}
