import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SignInLinkInput } from '#modules/identity/ports.ts'
import type { Auth } from './make-auth.ts'

/** Where a sign-in link leads. Better Auth's own address wants to be told where to go on, and is not open to the web. */
export const signInLinkPath = '/api/auth/link'

/** Kept beside the secret: where the person goes on, and where when the link was used or is too old. */
const way = z.object({ callbackUrl: z.string(), errorUrl: z.string() })

/** The way is remembered longer than the link works, so that one that is over still leads back to where it came from. */
const wayDays = 30

const wayIdentifier = (token: string): string => `way-of-link:${token}`

/**
 * Makes a link that signs in once. Where to go on is not in it: it stays short, and nobody can change it.
 *
 * @param installation scheme, host and port of the installation's own pages
 */
export async function createSignInLink(auth: Auth, installation: string, { email, name, callbackUrl, errorUrl, expiresInSeconds }: SignInLinkInput): Promise<string> {
  const { internalAdapter } = await auth.$context
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + expiresInSeconds * 1000)
  const value = { callbackUrl, errorUrl: errorUrl ?? `${installation}/sign-in?next=${encodeURIComponent(callbackUrl)}` }
  await internalAdapter.createVerificationValue({ identifier: token, value: JSON.stringify({ email: email.toLowerCase(), name: name ?? '' }), expiresAt })
  await internalAdapter.createVerificationValue({
    identifier: wayIdentifier(token),
    value: JSON.stringify(value),
    expiresAt: new Date(expiresAt.getTime() + wayDays * 86_400_000),
  })
  return `${installation}${signInLinkPath}?token=${token}`
}

/** The address of Better Auth's that a sign-in link stands for; an unknown one leads to the sign-in page. */
export async function verificationOf(auth: Auth, installation: string, asked: string): Promise<URL> {
  const { internalAdapter } = await auth.$context
  // Secrets of other kinds stand under a prefix with a colon: none of them is a sign-in link's.
  const token = /^[\w-]+$/.test(asked) ? asked : ''
  const kept = await internalAdapter.findVerificationValue(wayIdentifier(token))
  const { callbackUrl, errorUrl } = kept ? way.parse(JSON.parse(kept.value)) : { callbackUrl: `${installation}/`, errorUrl: `${installation}/sign-in` }
  const address = new URL('/api/auth/magic-link/verify', installation)
  address.searchParams.set('token', token)
  // Better Auth decodes these two once more than the query already is.
  address.searchParams.set('callbackURL', encodeURIComponent(callbackUrl))
  address.searchParams.set('errorCallbackURL', encodeURIComponent(errorUrl))
  return address
}
