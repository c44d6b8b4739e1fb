import { createAuthEndpoint, originCheck } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const query = z.object({ token: z.string().min(1), callbackURL: z.string().min(1), errorCallbackURL: z.string().min(1) })

/** Under which identifier the secret of a confirmation stands among Better Auth's verifications. */
export const confirmIdentifier = (token: string): string => `confirm-address:${token}`

/**
 * Confirms an address by a secret that belongs to one account. Better Auth's own verify-email names only the address,
 * so a link that one person asked for would also confirm an account that another made under it since.
 */
export const confirmAddress = () => ({
  id: 'confirm-address',
  endpoints: {
    confirmAddress: createAuthEndpoint(
      '/confirm-address',
      { method: 'GET', query, use: [originCheck((ctx) => ctx.query.callbackURL), originCheck((ctx) => ctx.query.errorCallbackURL)], requireHeaders: true },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const found = await internalAdapter.consumeVerificationValue(confirmIdentifier(ctx.query.token))
        const known = found ? await internalAdapter.findUserById(found.value) : null
        if (!known) throw ctx.redirect(ctx.query.errorCallbackURL)

        const user = await internalAdapter.updateUser(known.id, { emailVerified: true })
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        throw ctx.redirect(ctx.query.callbackURL)
      },
    ),
  },
})
