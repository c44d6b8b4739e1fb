import { createHash, randomBytes } from 'node:crypto'

const shownLetters = 12

/** A new key, and what is kept of it. */
export interface NewSecret {
  /** The key itself, shown once: `cove_` and 256 random bits. */
  secret: string
  /** Its first letters, by which people recognise it. */
  prefix: string
  secretHash: string
}

/** Makes a key. */
export function newSecret(): NewSecret {
  const secret = `cove_${randomBytes(32).toString('base64url')}`
  return { secret, prefix: secret.slice(0, shownLetters), secretHash: hashSecret(secret) }
}

/** What the table keeps of a key. It is random and long, so a fast hash cannot be guessed back. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
