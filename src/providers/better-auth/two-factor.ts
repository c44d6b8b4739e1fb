import { APIError } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { AuthenticatorSetup, SecondFactor, SecondStepOutcome, SessionChange } from '#modules/identity/ports.ts'
import { cookiesOf, withoutSession } from './auth-headers.ts'
import type { Auth, AuthGround } from './make-auth.ts'
import { findTwoFactorRow, forgetWhatIsTrusted } from './own-rows.queries.ts'

/** What authenticator apps call this place. */
export const issuer = 'CourseCove'

/** What Better Auth says when a sign-in that waited for its second factor is over. */
const overCodes = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])
const refusedCodes = new Set(['INVALID_CODE', 'INVALID_BACKUP_CODE', 'TOTP_NOT_ENABLED', 'BACKUP_CODES_NOT_ENABLED'])

/** The second factor by Better Auth: codes of an authenticator app (RFC 6238) and recovery codes, both encrypted where they lie. */
export function betterAuthTwoFactor(auth: Auth, { pool }: Pick<AuthGround, 'pool'>): SecondFactor {
  return { ...answering(auth), ...settingUp(auth, pool) }
}

function answering(auth: Auth): Pick<SecondFactor, 'findPending' | 'answer'> {
  return {
    async findPending(headers) {
      const { subject } = await auth.api.findPendingStep({ headers })
      return subject
    },
    async answer({ code, kind, trustsDevice, headers }) {
      const asked = { body: { code, trustDevice: trustsDevice }, headers: withoutSession(headers), returnHeaders: true } as const
      try {
        const { headers: answer } = kind === 'app' ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked)
        return { kind: 'signed-in', ...cookiesOf(answer) }
      } catch (fault) {
        return outcomeOf(fault)
      }
    },
  }
}

function outcomeOf(fault: unknown): SecondStepOutcome {
  const code = fault instanceof APIError ? fault.body?.code : undefined
  if (code && refusedCodes.has(code)) return { kind: 'refused' }
  // Two who use one recovery code at once: one of them finds it gone.
  if (fault instanceof APIError && fault.statusCode === 409) return { kind: 'refused' }
  if (code && overCodes.has(code)) return { kind: 'over' }
  throw fault
}

function settingUp(auth: Auth, pool: AuthGround['pool']): Omit<SecondFactor, 'findPending' | 'answer'> {
  const readCodes = async (userId: string) => (await auth.api.viewBackupCodes({ body: { userId } })).backupCodes
  return {
    async read(subject) {
      const row = await findTwoFactorRow(pool, subject)
      return row?.verified ? { isOn: true, recoveryCodesLeft: (await readCodes(subject)).length } : { isOn: false, recoveryCodesLeft: 0 }
    },
    async begin({ password, headers }) {
      const { totpURI } = await auth.api.enableTwoFactor({ body: bodyOf(password), headers }) as { totpURI: string }
      return setupOf(totpURI)
    },
    async findSetup(subject) {
      const row = await findTwoFactorRow(pool, subject)
      if (!row || row.verified) return null
      const { secretConfig, internalAdapter } = await auth.$context
      const user = await internalAdapter.findUserById(subject)
      return user && setupOf(uriOf(await symmetricDecrypt({ key: secretConfig, data: row.secret }), user.email))
    },
    async confirm({ subject, code, headers }) {
      try {
        const { headers: answer } = await auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
        const change = cookiesOf(answer)
        await endOthers(auth, subject, change)
        await forgetWhatIsTrusted(pool, subject)
        return { recoveryCodes: await readCodes(subject), ...change }
      } catch (fault) {
        if (outcomeOf(fault).kind === 'refused') return null
        throw fault
      }
    },
    async renewRecoveryCodes({ password, headers }) {
      return (await auth.api.generateBackupCodes({ body: bodyOf(password), headers })).backupCodes
    },
    async turnOff({ subject, password, headers }) {
      const { headers: answer } = await auth.api.disableTwoFactor({ body: bodyOf(password), headers, returnHeaders: true })
      await forgetWhatIsTrusted(pool, subject)
      return cookiesOf(answer)
    },
  }
}

/** Who turns it on with one browser proves nothing for the others. This one has just been given another session. */
async function endOthers(auth: Auth, subject: string, { cookies }: SessionChange): Promise<void> {
  const { internalAdapter } = await auth.$context
  const kept = await auth.api.getSession({ headers: new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') }) })
  for (const { token } of await internalAdapter.listSessions(subject)) if (token !== kept?.session.token) await internalAdapter.deleteSession(token)
}

function bodyOf(password: string | undefined): { password?: string } {
  return password === undefined ? {} : { password }
}

function setupOf(uri: string): AuthenticatorSetup {
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' }
}

/** @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
function uriOf(secret: string, account: string): string {
  const query = new URLSearchParams({ secret: base32(Buffer.from(secret)), issuer })
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query}`
}

/** @see https://www.rfc-editor.org/rfc/rfc4648#section-6 */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
