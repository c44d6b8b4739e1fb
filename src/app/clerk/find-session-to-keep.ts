import type { Config } from '#platform/config/config.ts'
import type { ClerkSource } from './clerk-scripts.tsx'

/** What the keeper of a session needs: null with the built-in accounts, and for those who are not signed in. */
export function findSessionToKeep({ clerk }: Config, headers: Headers): ClerkSource | null {
  const isSignedIn = /(^|;\s*)__session(_[^=]*)?=[^;\s]/.test(headers.get('cookie') ?? '')
  return clerk && isSignedIn ? clerkSource(clerk) : null
}

/** The part of Clerk's settings that pages may know. */
export function clerkSource({ publishableKey, frontendUrl, proxyUrl }: NonNullable<Config['clerk']>): ClerkSource {
  return { publishableKey, frontendUrl, proxyUrl }
}
