import { AsyncLocalStorage } from 'node:async_hooks'
import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth'
import { APIError, getOAuthState } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { SocialProvider } from '#platform/config/social-config.ts'

/**
 * Those whom Better Auth knows by name, asked for a name and an address and nothing else. The one with an address of
 * its own goes by discovery.
 */
export function socialProvidersOf(providers: readonly SocialProvider[]): NonNullable<BetterAuthOptions['socialProviders']> {
  const named = providers.filter(({ id }) => id !== 'oidc')
  return Object.fromEntries(named.map(({ id, clientId, clientSecret, tenant }) => [id, { clientId, clientSecret, ...(id === 'microsoft' ? onlyWhoTheyAre : {}), ...(tenant ? { tenantId: tenant } : {}) }]))
}

/**
 * Microsoft vouches for an address by `xms_edov` alone, and says it only if the application asks for it: the address by
 * itself is whatever the administrator of some tenant typed.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
const onlyWhoTheyAre = {
  disableDefaultScope: true,
  scope: ['openid', 'profile', 'email'],
  disableProfilePhoto: true,
  mapProfileToUser: (profile: object) => ('xms_edov' in profile && [true, 1, '1', 'true'].some((yes) => yes === profile.xms_edov) ? { emailVerified: true } : {}),
}

/** OpenID Connect by discovery: code with PKCE, a nonce, and ID tokens checked against the provider's keys. */
export const ownIssuer = (providers: readonly SocialProvider[]) =>
  genericOAuth({
    config: providers.flatMap(({ id, name, issuer, clientId, clientSecret }) =>
      issuer ? [{ providerId: id, name, clientId, clientSecret, discoveryUrl: `${issuer}/.well-known/openid-configuration`, scopes: ['openid', 'email', 'profile'], pkce: true, requireIdTokenVerification: true }] : [],
    ),
  })

/** What came of somebody's way to a provider and back, beside the answer that their browser gets. */
export interface Arrival {
  /** The provider does not say that the address is theirs. */
  isUnproven: boolean
  /** The account that was made for them just now. */
  made: string | null
  /** An account that was here already, and can be opened by this provider from now on. */
  linked: string | null
}

/** Better Auth's hooks do not know for whom an answer is made. */
const arrivals = new AsyncLocalStorage<Arrival>()

/** Answers somebody who comes back from a provider, and says what came of it. */
export async function noteArrival<Result>(answer: () => Promise<Result>): Promise<{ result: Result; arrival: Arrival }> {
  const arrival: Arrival = { isUnproven: false, made: null, linked: null }
  return { result: await arrivals.run(arrival, answer), arrival }
}

/**
 * Looks at what a provider says of somebody before Better Auth does. An account here that was never confirmed has no
 * claim on its address: whoever comes with a proof of it takes its place, as signing up again does.
 */
export const lookAtProof = (): BetterAuthPlugin => ({
  id: 'look-at-proof',
  init: (context) => ({
    context: {
      socialProviders: context.socialProviders.map((provider) => ({
        ...provider,
        async getUserInfo(tokens) {
          const told = await provider.getUserInfo(tokens)
          const arrival = arrivals.getStore()
          if (!told || !arrival) return told
          arrival.isUnproven = told.user.emailVerified !== true
          // Who links an account is signed in; it is not their address that is asked for.
          const isLink = (await getOAuthState())?.link !== undefined
          if (!arrival.isUnproven && !isLink && told.user.email) await clearUnconfirmed(context.internalAdapter, told.user.email)
          return told
        },
      })),
    },
  }),
})

type Adapter = Parameters<NonNullable<BetterAuthPlugin['init']>>[0]['internalAdapter']

async function clearUnconfirmed(adapter: Adapter, email: string): Promise<void> {
  const found = await adapter.findUserByEmail(email.toLowerCase())
  if (found && !found.user.emailVerified) await adapter.deleteUser(found.user.id)
}

/**
 * What is written of somebody who comes by a provider. An address that the provider has not proven makes no account: it
 * may be somebody else's. (It opens none either; Better Auth sees to that.) Tokens are of no use once it is known who
 * came, and a picture would be asked for elsewhere at every look: none is kept.
 */
export const provenWithoutTokens: BetterAuthOptions['databaseHooks'] = {
  user: {
    create: {
      async before(user, context) {
        if (context?.path !== callbackRoute) return undefined
        if (!user.emailVerified) throw new APIError('FORBIDDEN', { code: 'address_not_proven', message: 'the provider does not vouch for the address' })
        return { data: { ...user, image: null } }
      },
      async after({ id }) {
        const arrival = arrivals.getStore()
        if (arrival) arrival.made = id
      },
    },
  },
  account: {
    create: {
      before: async (account) => ({ data: { ...account, ...noTokens } }),
      async after({ userId }) {
        const arrival = arrivals.getStore()
        if (arrival && arrival.made !== userId) arrival.linked = userId
      },
    },
    update: { before: async (account) => ({ data: { ...account, ...('accessToken' in account ? noTokens : {}) } }) },
  },
}

/** How Better Auth names where providers send people back to. */
export const callbackRoute = '/callback/:id'

const noTokens = { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null }
