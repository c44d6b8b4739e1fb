import { randomBytes } from 'node:crypto'
import { APIError } from 'better-auth/api'
import { z } from 'zod'
import type { PasswordAccounts, SignInOutcome } from '#modules/identity/ports.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { accountOf } from './account-of.ts'
import { cookiesOf, withAddress } from './auth-headers.ts'
import { confirmIdentifier } from './confirm-address.ts'
import type { Auth, AuthGround } from './make-auth.ts'
import { forgetWhatIsTrusted } from './own-rows.queries.ts'

/** What is kept with the secret that gives an account another address. */
const newAddress = z.object({ subject: z.string(), email: z.string() })

/** Under which identifier that secret stands among Better Auth's verifications. */
const addressIdentifier = (token: string): string => `change-address:${token}`

/** Accounts with passwords by Better Auth; the links around them, and what changes them. */
export function betterAuthPasswords(auth: Auth, { pool }: Pick<AuthGround, 'pool'>, installation: string): PasswordAccounts {
  return { ...changeAccounts(auth), ...changePasswords(auth, pool), ...changeAddresses(auth), ...provenLinks(auth, installation), signIn: (input) => signIn(auth, input) }
}

/** Making accounts, finding them by their address, and taking them away. */
export function changeAccounts(auth: Auth): Pick<PasswordAccounts, 'findAccountByEmail' | 'createAccount' | 'removeAccount' | 'spendPasswordWork'> {
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
  }
}

function changePasswords(auth: Auth, pool: AuthGround['pool']): Pick<PasswordAccounts, 'resetPassword' | 'hasPassword' | 'checkPassword' | 'changePassword'> {
  return {
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
      await forgetWhatIsTrusted(pool, found.value)
      return accountOf(await internalAdapter.updateUser(found.value, { emailVerified: true }))
    },
    async hasPassword(subject) {
      const { internalAdapter } = await auth.$context
      return Boolean((await internalAdapter.findCredentialAccount(subject))?.password)
    },
    async checkPassword(subject, password) {
      const { internalAdapter, password: passwords } = await auth.$context
      const hash = (await internalAdapter.findCredentialAccount(subject))?.password
      return hash ? passwords.verify({ hash, password }) : null
    },
    async changePassword(subject, newPassword, headers) {
      const { internalAdapter, password: passwords } = await auth.$context
      const password = await passwords.hash(newPassword)
      if (await internalAdapter.findCredentialAccount(subject)) await internalAdapter.updatePassword(subject, password)
      else await internalAdapter.linkAccount({ userId: subject, providerId: 'credential', accountId: subject, password })
      const current = await auth.api.getSession({ headers })
      for (const { token } of await internalAdapter.listSessions(subject)) if (token !== current?.session.token) await internalAdapter.deleteSession(token)
      await forgetWhatIsTrusted(pool, subject)
    },
  }
}

function changeAddresses(auth: Auth): Pick<PasswordAccounts, 'takeNewAddress' | 'changeAddress'> {
  return {
    async takeNewAddress(token, subject) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findVerificationValue(addressIdentifier(token))
      const asked = found ? newAddress.parse(JSON.parse(found.value)) : null
      // Whoever else follows the link does not use it up.
      if (asked?.subject !== subject || !(await internalAdapter.consumeVerificationValue(addressIdentifier(token)))) return null
      return asked.email
    },
    async changeAddress(subject, email) {
      const { internalAdapter } = await auth.$context
      try {
        await internalAdapter.updateUser(subject, { email, emailVerified: true })
        return true
      } catch (fault) {
        if (isUniqueViolation(fault)) return false
        throw fault
      }
    },
  }
}

async function signIn(auth: Auth, { email, password, headers, address }: Parameters<PasswordAccounts['signIn']>[0]): Promise<SignInOutcome> {
  try {
    const { headers: answer, response } = await auth.api.signInEmail({ body: { email, password }, headers: withAddress(headers, address), returnHeaders: true })
    return { kind: 'twoFactorRedirect' in response ? 'second-step' : 'signed-in', ...cookiesOf(answer) }
  } catch (fault) {
    if (!(fault instanceof APIError)) throw fault
    return { kind: fault.body?.code === 'EMAIL_NOT_VERIFIED' ? 'unverified' : 'refused' }
  }
}

function provenLinks(auth: Auth, installation: string): Pick<PasswordAccounts, 'createConfirmLink' | 'createResetToken' | 'createAddressToken'> {
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
    createAddressToken: ({ subject, email, expiresInSeconds }) => keepSecret(addressIdentifier, JSON.stringify({ subject, email: email.toLowerCase() }), expiresInSeconds),
    createResetToken: (subject, expiresInSeconds) => keepSecret((token) => `reset-password:${token}`, subject, expiresInSeconds),
  }
}
