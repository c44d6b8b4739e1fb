import type { IdentityProvider, SessionFacts } from '#modules/identity/ports.ts'
import type { Config } from '#platform/config/config.ts'
import type { ClerkConfig } from '#platform/config/clerk-config.ts'
import { ensureAccount, fetchAccount, removeAccount, renameAccount } from './clerk-accounts.ts'
import type { ClerkClient } from './clerk-client.ts'
import { clerkKeys } from './clerk-keys.ts'
import { clerkRenewal } from './clerk-renewal.ts'
import { clerkSessions, type ClerkSession } from './clerk-sessions.ts'

/** More than anyone is signed in at; Clerk gives ten if not told. */
const sessionsMax = 100
/** Whoever signs out may have left the page open for long: the token says which session all the same. */
const signOutSkewMs = 90 * 86_400_000

type Ground = Pick<Config, 'scheme' | 'baseDomain'> & { clerk: ClerkConfig }

/**
 * Accounts and sessions by Clerk.
 *
 * A session that was ended is over here when its last token is, after a minute at most: tokens are checked without
 * asking Clerk. They are renewed on the way to a page (`renewSession`), and in open pages by Clerk's own script.
 */
export function clerkIdentity(config: Ground, clerk: ClerkClient, now: () => Date): IdentityProvider {
  const sessions = clerkSessions(config, clerkKeys(clerk, now))
  return {
    provider: 'clerk',
    // Clerk carries sessions to other domains as satellites, which are set up at Clerk one by one.
    handOvers: null,
    isSelfContained: true,
    findSession: async (headers) => factsOf(await sessions.inCookies(headers)),
    renewSession: clerkRenewal(config, clerk, sessions),
    findSessionByBearer: async (token) => factsOf(await sessions.ofToken(token)),
    fetchAccount: (subject) => fetchAccount(clerk, subject),
    renameAccount: (subject, name) => renameAccount(clerk, subject, name),
    removeAccount: (subject) => removeAccount(clerk, subject),
    async signOut(headers) {
      const session = await sessions.inCookies(headers, signOutSkewMs)
      if (session) await end(clerk, session.userId, (id) => id === session.sessionId)
      return { cookies: sessions.forgetting(headers) }
    },
    signOutEverywhere: (subject) => end(clerk, subject, () => true),
    endSession: (subject, sessionId) => end(clerk, subject, (id) => id === sessionId),
    async listSessions(subject, headers) {
      const current = await sessions.inCookies(headers)
      return (await listActive(clerk, subject)).map(({ id, createdAt, lastActiveAt, latestActivity }) => ({
        id,
        userAgent: [latestActivity?.browserName, latestActivity?.deviceType].filter(Boolean).join(' ') || null,
        address: latestActivity?.ipAddress ?? null,
        startedAt: new Date(createdAt),
        lastSeenAt: new Date(lastActiveAt),
        isCurrent: id === current?.sessionId,
        domains: [],
      }))
    },
    async createSignInLink({ email, name, callbackUrl, expiresInSeconds }) {
      const userId = await ensureAccount(clerk, email, name)
      const { token } = await clerk.ask((sdk) => sdk.signInTokens.createSignInToken({ userId, expiresInSeconds }))
      const link = new URL('/sign-in', `${config.scheme}://${config.baseDomain}`)
      link.searchParams.set('next', callbackUrl)
      // Clerk's component takes it from the address of its page.
      link.searchParams.set('__clerk_ticket', token)
      return link.href
    },
    handle: async () => new Response(null, { status: 404 }),
  }
}

function factsOf(session: ClerkSession | null): SessionFacts | null {
  return session && { subject: session.userId, isEmailVerified: null }
}

async function listActive(clerk: ClerkClient, userId: string) {
  return (await clerk.ask((sdk) => sdk.sessions.getSessionList({ userId, status: 'active', limit: sessionsMax }))).data
}

async function end(clerk: ClerkClient, userId: string, isMeant: (sessionId: string) => boolean): Promise<void> {
  for (const { id } of await listActive(clerk, userId)) {
    if (isMeant(id)) await clerk.ask((sdk) => sdk.sessions.revokeSession(id))
  }
}
