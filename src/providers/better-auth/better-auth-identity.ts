import { randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import type { User } from 'better-auth'
import type { AccountFacts, IdentityProvider, PasswordAccounts, SessionChange, SessionFacts, SignInOutcome } from '#modules/identity/ports.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { confirmIdentifier } from './confirm-address.ts'
import { addressHeader, makeAuth, type Auth, type AuthGround } from './make-auth.ts'
import { createSignInLink, signInLinkPath, verificationOf } from './sign-in-link.ts'

const linkPaths = new Set([signInLinkPath, '/api/auth/confirm-address'])

/**
 * Accounts by Better Auth, in this installation's own database: both ports, over one and the same.
 *
 * @param ground the pool of the `auth` login, settings and ids
 */
export function betterAuthIdentity(ground: AuthGround): { accounts: IdentityProvider; passwords: PasswordAccounts } {
  const auth = makeAuth(ground)
  const installation = `${ground.config.scheme}://${ground.config.baseDomain}`
  return { accounts: identityOf(auth, installation), passwords: passwordsOf(auth, installation) }
}

function identityOf(auth: Auth, installation: string): IdentityProvider {
  return {
    provider: 'builtin',
    isSelfContained: false,
    // A session lives in its cookie for weeks.
    renewSession: async () => null,
    ...readAccounts(auth),
    ...sessions(auth),
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

function readAccounts(auth: Auth): Pick<IdentityProvider, 'findSession' | 'findSessionByBearer' | 'fetchAccount'> {
  return {
    async findSession(headers) {
      if (!headers.get('cookie')?.includes('cove.session_token=')) return null
      const found = await auth.api.getSession({ headers })
      return found ? sessionOf(found.user) : null
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

function passwordsOf(auth: Auth, installation: string): PasswordAccounts {
  return { ...changeAccounts(auth), ...provenLinks(auth, installation), signIn: (input) => signIn(auth, input) }
}

function changeAccounts(auth: Auth): Pick<PasswordAccounts, 'findAccountByEmail' | 'createAccount' | 'removeAccount' | 'spendPasswordWork' | 'resetPassword'> {
  return {
    async findAccountByEmail(email) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email.toLowerCase())
      return found ? accountOf(found.user) : null
    },
    async createAccount({ email, name, password, isVerified }) {
      const { internalAdapter, password: passwords } = await auth.$context
      const hash = await passwords.hash(password)
      try {
        const user = await internalAdapter.createUser({ email: email.toLowerCase(), name, emailVerified: isVerified }, { method: 'email-password' })
        await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
        return accountOf(user)
      } catch (fault) {
        if (isUniqueViolation(fault)) return null
        throw fault
      }
    },
    async removeAccount(subject) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteUser(subject)
    },
    async spendPasswordWork() {
      const { password } = await auth.$context
      await password.hash(randomBytes(12).toString('hex'))
    },
    async resetPassword(token, newPassword) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findVerificationValue(`reset-password:${token}`)
      if (!found) return null
      try {
        await auth.api.resetPassword({ body: { token, newPassword } })
      } catch (fault) {
        if (fault instanceof APIError) return null
        throw fault
      }
      // Whoever holds the reset link holds the mailbox; and whoever knew the old password is out.
      await internalAdapter.deleteUserSessions(found.value)
      return accountOf(await internalAdapter.updateUser(found.value, { emailVerified: true }))
    },
  }
}

async function signIn(auth: Auth, { email, password, headers, address }: Parameters<PasswordAccounts['signIn']>[0]): Promise<SignInOutcome> {
  try {
    const { headers: answer, response } = await auth.api.signInEmail({ body: { email, password }, headers: withAddress(headers, address), returnHeaders: true })
    return { kind: 'signed-in', account: accountOf(response.user), ...cookiesOf(answer) }
  } catch (fault) {
    if (!(fault instanceof APIError)) throw fault
    return { kind: fault.body?.code === 'EMAIL_NOT_VERIFIED' ? 'unverified' : 'refused' }
  }
}

function sessions(auth: Auth): Pick<IdentityProvider, 'signOut' | 'signOutEverywhere' | 'endSession' | 'listSessions'> {
  return {
    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return cookiesOf(answer)
    },
    async signOutEverywhere(subject) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteUserSessions(subject)
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
      return found.map((session) => ({
        id: session.id,
        userAgent: session.userAgent ?? null,
        address: session.ipAddress || null,
        startedAt: session.createdAt,
        isCurrent: session.id === current?.session.id,
      }))
    },
  }
}

function provenLinks(auth: Auth, installation: string): Pick<PasswordAccounts, 'createConfirmLink' | 'createResetToken'> {
  const keepSecret = async (identify: (token: string) => string, value: string, expiresInSeconds: number) => {
    const { internalAdapter } = await auth.$context
    const token = randomBytes(24).toString('base64url')
    await internalAdapter.createVerificationValue({ identifier: identify(token), value, expiresAt: new Date(Date.now() + expiresInSeconds * 1000) })
    return token
  }
  return {
    async createConfirmLink({ subject, callbackUrl, expiresInSeconds }) {
      const link = new URL('/api/auth/confirm-address', installation)
      link.searchParams.set('token', await keepSecret(confirmIdentifier, JSON.stringify({ subject, callbackUrl }), expiresInSeconds))
      return link.href
    },
    createResetToken: (subject, expiresInSeconds) => keepSecret((token) => `reset-password:${token}`, subject, expiresInSeconds),
  }
}

function accountOf(user: Pick<User, 'id' | 'name' | 'email' | 'emailVerified' | 'image'>): AccountFacts {
  return { subject: user.id, name: user.name, email: user.email, isEmailVerified: user.emailVerified, imageUrl: user.image ?? null }
}

function sessionOf(user: Pick<User, 'id' | 'emailVerified'>): SessionFacts {
  return { subject: user.id, isEmailVerified: user.emailVerified }
}

function cookiesOf(headers: Headers): SessionChange {
  return { cookies: headers.getSetCookie() }
}

function withAddress(given: Headers, address: string): Headers {
  const headers = new Headers(given)
  headers.set(addressHeader, address)
  return headers
}
