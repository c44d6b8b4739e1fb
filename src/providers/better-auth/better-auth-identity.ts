import { randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import type { User } from 'better-auth'
import type { AccountFacts, IdentityProvider, PasswordAccounts, Passkeys, SocialAccounts, SecondFactor, SessionFacts } from '#modules/identity/ports.ts'
import { accountOf } from './account-of.ts'
import { cookiesOf, withAddress } from './auth-headers.ts'
import { hostSessions, type HostSessions } from './hand-overs.ts'
import { makeAuth, type Auth, type AuthGround } from './make-auth.ts'
import { forgetWhatIsTrusted, noteSeen } from './own-rows.queries.ts'
import { betterAuthPasskeys } from './passkeys.ts'
import { betterAuthPasswords, changeAccounts } from './passwords.ts'
import { betterAuthSocial } from './social.ts'
import { createSignInLink, signInLinkPath, verificationOf } from './sign-in-link.ts'
import { betterAuthTwoFactor } from './two-factor.ts'

const linkPaths = new Set([signInLinkPath, '/api/auth/confirm-address'])

/** What Better Auth gives: all the ports about accounts, over one and the same. */
export interface BetterAuthAccounts {
  accounts: IdentityProvider
  passwords: PasswordAccounts
  secondFactor: SecondFactor
  passkeys: Passkeys
  social: SocialAccounts
}

/**
 * Accounts by Better Auth, in this installation's own database.
 *
 * @param ground the pool of the `auth` login, settings and ids
 */
export function betterAuthIdentity(ground: AuthGround): BetterAuthAccounts {
  const auth = makeAuth(ground)
  const installation = `${ground.config.scheme}://${ground.config.baseDomain}`
  return {
    accounts: identityOf(auth, ground, installation),
    passwords: betterAuthPasswords(auth, ground, installation),
    secondFactor: betterAuthTwoFactor(auth, ground),
    passkeys: betterAuthPasskeys(auth, ground),
    social: betterAuthSocial(auth, ground, installation),
  }
}

function identityOf(auth: Auth, ground: AuthGround, installation: string): IdentityProvider {
  const hosts = hostSessions(auth, ground)
  return {
    provider: 'builtin',
    isSelfContained: false,
    // A session lives in its cookie for weeks.
    renewSession: async () => null,
    ...readAccounts(auth, ground, hosts),
    ...sessions(auth, ground, hosts),
    handOvers: hosts,
    async renameAccount(subject, name) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.updateUser(subject, { name })
    },
    removeAccount: changeAccounts(auth).removeAccount,
    createSignInLink: (input) => createSignInLink(auth, installation, input),
    async handle(request, address) {
      const { pathname, searchParams } = new URL(request.url)
      if (request.method !== 'GET' || !linkPaths.has(pathname) || ![...searchParams.values()].every(isReadable)) return new Response(null, { status: 404 })

      const asked = pathname === signInLinkPath ? await verificationOf(auth, installation, searchParams.get('token') ?? '') : request.url
      const answer = await auth.handler(new Request(asked, { headers: withAddress(request.headers, address) }))
      answer.headers.set('Cache-Control', 'no-store')
      // The address of this page holds a secret, if a used one.
      answer.headers.set('Referrer-Policy', 'no-referrer')
      return answer
    },
  }
}

/** Better Auth decodes the addresses in a link once more, and fails where that cannot be done. PostgreSQL keeps no NUL byte. */
function isReadable(value: string): boolean {
  try {
    return !decodeURIComponent(value).includes('\0')
  } catch {
    return false
  }
}

function readAccounts(auth: Auth, { pool }: AuthGround, hosts: HostSessions): Pick<IdentityProvider, 'findSession' | 'findSessionByBearer' | 'fetchAccount'> {
  return {
    async findSession(headers) {
      if (hosts.isElsewhere(headers)) return hosts.find(headers)
      if (!headers.get('cookie')?.includes('cove.session_token=')) return null
      const found = await auth.api.getSession({ headers })
      if (!found) return null

      noteSeen(pool, found.session)
      return sessionOf(found.user)
    },
    async findSessionByBearer(token) {
      const { internalAdapter } = await auth.$context
      // The cookie carries the token with a signature behind a dot; both forms are taken.
      const found = await internalAdapter.findSession(token.split('.')[0] ?? '')
      return found && found.session.expiresAt > new Date() ? sessionOf(found.user) : null
    },
    async fetchAccount(subject) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findUserById(subject)
      return found ? accountOf(found) : null
    },
  }
}

function sessions(auth: Auth, { pool }: AuthGround, hosts: HostSessions): Pick<IdentityProvider, 'signOut' | 'signOutEverywhere' | 'endSession' | 'listSessions'> {
  return {
    async signOut(headers) {
      if (hosts.isElsewhere(headers)) return { cookies: await hosts.signOut(headers) }
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return cookiesOf(answer)
    },
    async signOutEverywhere(subject) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteUserSessions(subject)
      await forgetWhatIsTrusted(pool, subject)
    },
    async endSession(subject, sessionId) {
      const { internalAdapter } = await auth.$context
      const found = (await internalAdapter.listSessions(subject)).find((session) => session.id === sessionId)
      if (found) await internalAdapter.deleteSession(found.token)
    },
    async listSessions(subject, headers) {
      const { internalAdapter } = await auth.$context
      const current = await auth.api.getSession({ headers })
      const found = await internalAdapter.listSessions(subject, { onlyActiveSessions: true })
      const carried = await hosts.listHosts(found.map(({ id }) => id))
      return found.map((session) => ({
        id: session.id,
        userAgent: session.userAgent ?? null,
        address: session.ipAddress || null,
        startedAt: session.createdAt,
        lastSeenAt: session.updatedAt,
        isCurrent: session.id === current?.session.id,
        domains: carried.get(session.id) ?? [],
      }))
    },
  }
}

function sessionOf(user: Pick<User, 'id' | 'emailVerified'>): SessionFacts {
  return { subject: user.id, isEmailVerified: user.emailVerified }
}
