import { getAuthenticatorName, passkey } from '@better-auth/passkey'
import type { AuthenticationResponseJSON } from '@simplewebauthn/browser'
import { APIError } from 'better-auth/api'
import { z } from 'zod'
import type { Passkeys } from '#modules/identity/ports.ts'
import { cookiesOf, withAddress, withoutSession } from './auth-headers.ts'
import type { Auth, AuthGround } from './make-auth.ts'
import { deletePasskeyRow, listPasskeyRows, notePasskeyUsed, renamePasskeyRow } from './own-rows.queries.ts'

const shape = z.looseObject({ id: z.string().min(1).max(2000), response: z.looseObject({}) })
/** What a browser answers; the libraries below look at the rest. */
const answerOfBrowser = z.custom<AuthenticationResponseJSON>((value) => shape.safeParse(value).success)

/**
 * Better Auth's passkeys as ours are. Signing in lives on the installation's own host, so that is where they are good:
 * the relying party is the base domain, whose session then holds for all its schools. A passkey stands for both
 * factors, so the device must have asked for its owner (user verification), not only for somebody's touch.
 *
 * @param place `installation` is scheme, host and port of the installation's own pages
 */
export const passkeysOf = ({ installation }: { installation: string }) =>
  passkey({
    rpID: new URL(installation).hostname,
    rpName: 'CourseCove',
    origin: installation,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: async ({ verification }) => requireOwner(verification.registrationInfo?.userVerified) },
    authentication: { afterVerification: async ({ verification }) => requireOwner(verification.authenticationInfo.userVerified) },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  })

function requireOwner(isVerified: boolean | undefined): void {
  if (!isVerified) throw new APIError('UNAUTHORIZED', { message: 'the device did not ask for its owner', code: 'OWNER_NOT_VERIFIED' })
}

/** Passkeys by Better Auth's plugin. */
export function betterAuthPasskeys(auth: Auth, { pool }: Pick<AuthGround, 'pool'>): Passkeys {
  return {
    async list(subject) {
      const rows = await listPasskeyRows(pool, subject)
      return rows.map(({ id, name, aaguid, backedUp, createdAt, lastUsedAt }) => ({ id, name, keeper: getAuthenticatorName(aaguid ?? undefined) ?? null, isSynced: backedUp, addedAt: createdAt, lastUsedAt }))
    },
    async askToAdd(headers) {
      const { headers: answer, response } = await auth.api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true })
      return { options: { ...response }, ...cookiesOf(answer) }
    },
    add: ({ answer, name, headers }) =>
      isTaken(async () => {
        await auth.api.verifyPasskeyRegistration({ body: { response: answerOfBrowser.parse(answer), name }, headers })
      }),
    rename: (subject, id, name) => renamePasskeyRow(pool, subject, id, name),
    remove: (subject, id) => deletePasskeyRow(pool, subject, id),
    async askToSignIn(headers) {
      const { headers: answer, response } = await auth.api.generatePasskeyAuthenticationOptions({ headers: withoutSession(headers), returnHeaders: true })
      return { options: { ...response }, ...cookiesOf(answer) }
    },
    async signIn({ answer, headers, address }) {
      let cookies: string[] = []
      const isIn = await isTaken(async () => {
        const response = answerOfBrowser.parse(answer)
        const { headers: given } = await auth.api.verifyPasskeyAuthentication({ body: { response }, headers: withAddress(withoutSession(headers), address), returnHeaders: true })
        cookies = cookiesOf(given).cookies
        await notePasskeyUsed(pool, response.id)
      })
      return isIn ? { kind: 'signed-in', cookies } : { kind: 'refused' }
    },
  }
}

/** Whatever is wrong with what a browser sent is one answer; what is wrong with us is thrown. */
async function isTaken(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (fault) {
    if (fault instanceof z.ZodError || (fault instanceof APIError && fault.statusCode < 500)) return false
    // The plugin turns what WebAuthn finds wrong with a new key into a 500 of this name.
    if (fault instanceof APIError && fault.body?.code === 'FAILED_TO_VERIFY_REGISTRATION') return false
    throw fault
  }
}
