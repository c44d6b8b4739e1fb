import type { HookEndpointContext } from 'better-auth'
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { callbackRoute } from './social-rules.ts'

/** The cookie of somebody who showed the first factor and not the second yet. */
const pendingCookie = 'two_factor'
/** Addresses that sign in by a link from a mail or on the way back from a provider. Who has a second factor is asked for it there as after a password. */
const linkPaths = new Set(['/magic-link/verify', '/confirm-address', callbackRoute])
export const trustedDays = 30

/**
 * Better Auth's second factor, asked for after every way in but passkeys: by itself it asks after a password only, and
 * whoever reads a mailbox would walk past it. A passkey is two factors already, because ours must verify their owner.
 *
 * @param settings `pageUrl` is where a link leads that needs the second factor first
 */
export const secondFactor = ({ pageUrl }: { pageUrl: string }) => {
  const plugin = twoFactor({
    issuer: 'CourseCove',
    allowPasswordless: true,
    trustDeviceMaxAge: trustedDays * 86_400,
    // Tries are counted by our own limits, which say how long the pause is.
    accountLockout: { enabled: false },
    schema: { twoFactor: { modelName: 'two_factor' } },
  })
  const comesByLink = ({ path }: { path?: string | undefined }) => linkPaths.has(path ?? '')
  return {
    ...plugin,
    hooks: {
      after: [
        ...plugin.hooks.after.map((ask) => ({ ...ask, matcher: (context: HookEndpointContext) => ask.matcher(context) || comesByLink(context) })),
        {
          matcher: comesByLink,
          handler: createAuthMiddleware(async (ctx) => {
            const { returned, responseHeaders } = ctx.context
            if (!isAsked(returned)) return
            const page = new URL(pageUrl)
            const next = responseHeaders?.get('location')
            if (next) page.searchParams.set('next', next)
            throw ctx.redirect(page.href)
          }),
        },
      ],
    },
  }
}

function isAsked(returned: unknown): boolean {
  return typeof returned === 'object' && returned !== null && 'twoFactorRedirect' in returned
}

/** Tells whose sign-in waits for the second factor; Better Auth itself has no such question. Not reached from outside. */
export const pendingSecondStep = () => ({
  id: 'pending-second-step',
  endpoints: {
    findPendingStep: createAuthEndpoint('/second-step/pending', { method: 'GET', requireHeaders: true }, async (ctx) => {
      const { name } = ctx.context.createAuthCookie(pendingCookie)
      const identifier = await ctx.getSignedCookie(name, ctx.context.secret)
      const found = identifier ? await ctx.context.internalAdapter.findVerificationValue(identifier) : null
      return { subject: found && found.expiresAt > new Date() ? found.value : null }
    }),
  },
})
