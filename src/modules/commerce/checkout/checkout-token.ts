import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The name of the cookie that lets a browser see the checkouts it began. */
export const checkoutCookie = 'cove_checkout'

/** A new secret for a browser. Only its hash is stored. */
export function newCheckoutToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashCheckoutToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether the token is the one behind the hash, in a time that tells nothing. */
export function isTokenOf(token: string, hash: string): boolean {
  const given = Buffer.from(hashCheckoutToken(token), 'hex')
  const kept = Buffer.from(hash, 'hex')
  return given.length === kept.length && timingSafeEqual(given, kept)
}

/** A cookie's value that can be one of ours; anything else counts as none. */
export function readCheckoutToken(cookieHeader: string | null): string | null {
  const found = new RegExp(`(?:^|;\\s*)${checkoutCookie}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(cookieHeader ?? '')
  return found?.[1] ?? null
}
