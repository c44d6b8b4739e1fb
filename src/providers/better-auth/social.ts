import type { BetterAuthOptions } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { SocialAccounts } from '#modules/identity/ports.ts'
import type { SocialProvider } from '#platform/config/social-config.ts'
import { cookiesOf } from './auth-headers.ts'
import type { Auth } from './make-auth.ts'

/** Where providers send people back to; every provider has its own. */
export const callbackPath = /^\/api\/auth\/callback\/(google|microsoft|apple|github|oidc)$/

/** Those whom Better Auth knows by name. The one with an address of its own goes by discovery. */
export function socialProvidersOf(providers: readonly SocialProvider[]): NonNullable<BetterAuthOptions['socialProviders']> {
  return Object.fromEntries(providers.filter(({ id }) => id !== 'oidc').map(({ id, clientId, clientSecret, tenant }) => [id, { clientId, clientSecret, ...(tenant ? { tenantId: tenant } : {}) }]))
}

/** OpenID Connect by discovery: code with PKCE, a nonce, and ID tokens checked against the provider's keys. */
export const ownIssuer = (providers: readonly SocialProvider[]) =>
  genericOAuth({
    config: providers.flatMap(({ id, name, issuer, clientId, clientSecret }) =>
      issuer ? [{ providerId: id, name, clientId, clientSecret, discoveryUrl: `${issuer}/.well-known/openid-configuration`, scopes: ['openid', 'email', 'profile'], pkce: true, requireIdTokenVerification: true }] : [],
    ),
  })

/**
 * What is written of somebody who comes by a provider. An address that the provider has not proven makes no account: it
 * may be somebody else's. (It opens none either; Better Auth sees to that.) Tokens are of no use once it is known who
 * came: none is kept.
 */
export const provenWithoutTokens: BetterAuthOptions['databaseHooks'] = {
  user: {
    create: { before: async (user, context) => (context?.path === '/callback/:id' && !user.emailVerified ? false : undefined) },
  },
  account: {
    create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
    update: { before: async (account) => ({ data: { ...account, ...('accessToken' in account ? noTokens : {}) } }) },
  },
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null }

/** The port over Better Auth. */
export function betterAuthSocial(auth: Auth, installation: string, providers: readonly SocialProvider[]): SocialAccounts {
  const has = (id: string) => providers.some((provider) => provider.id === id)
  return {
    providers: providers.map(({ id, name }) => ({ id, name })),
    async begin({ provider, callbackUrl, headers }) {
      if (!has(provider)) return null
      const { headers: answer, response } = await auth.api.signInSocial({
        body: { provider, callbackURL: callbackUrl, errorCallbackURL: `${installation}/sign-in`, disableRedirect: true },
        headers,
        returnHeaders: true,
      })
      return response.url ? { url: response.url, ...cookiesOf(answer) } : null
    },
    async list(subject) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findAccounts(subject)
      return found.flatMap(({ id, providerId, createdAt }) => (providerId === 'credential' ? [] : [{ id, provider: providerId, since: createdAt }]))
    },
    async remove(subject, accountId) {
      const { internalAdapter } = await auth.$context
      const found = (await internalAdapter.findAccounts(subject)).find(({ id, providerId }) => id === accountId && providerId !== 'credential')
      if (found) await internalAdapter.deleteAccount(found.id)
      return found !== undefined
    },
  }
}
