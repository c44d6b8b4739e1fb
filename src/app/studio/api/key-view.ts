import type { ApiKey } from '#modules/api-keys/index.ts'
import { keyStanding } from '#modules/api-keys/ui/key-words.ts'

/** A key as a page is told of it: instants as text, and how it stands. */
export function keyView({ createdAt, expiresAt, lastUsedAt, revokedAt, ...rest }: ApiKey) {
  const instants = { createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null }
  return { ...rest, ...instants, standing: keyStanding({ ...rest, ...instants }) }
}
export type KeyView = ReturnType<typeof keyView>
