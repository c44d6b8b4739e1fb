import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const query = z.object({ token: z.string().min(1) })

/** What is kept with the secret of a confirmation: whose address it proves, and where the person goes on. */
export const confirmation = z.object({ subject: z.string(), callbackUrl: z.url() })

/** Under which identifier the secret of a confirmation stands among Better Auth's verifications. */
export const confirmIdentifier = (token: string): string => `confirm-address:${token}`

/**
 * Confirms an address by a secret that belongs to one account. Better Auth's own verify-email names only the address,
 * so a link that one person asked for would also confirm an account that another made under it since. Where to go on
 * is kept with the secret, not in the link: it stays short, and nobody can change it.
 *
 * @param settings `errorUrl` is where a link leads that was used or is too old
 */
export const confirmAddress = ({ errorUrl }: { errorUrl: string }) => ({
  id: 'confirm-address',
  endpoints: {
    confirmAddress: createAuthEndpoint('/confirm-address', { method: 'GET', query, requireHeaders: true }, async (ctx) => {
      const { internalAdapter } = ctx.context
      const found = await internalAdapter.consumeVerificationValue(confirmIdentifier(ctx.query.token))
      const kept = found ? confirmation.parse(JSON.parse(found.value)) : null
      const known = kept ? await internalAdapter.findUserById(kept.subject) : null
      if (!kept || !known) throw ctx.redirect(errorUrl)

      const user = await internalAdapter.updateUser(known.id, { emailVerified: true })
      const session = await internalAdapter.createSession(user.id)
      await setSessionCookie(ctx, { session, user })
      throw ctx.redirect(kept.callbackUrl)
    }),
  },
})
