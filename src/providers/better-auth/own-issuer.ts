import { z } from 'zod'
import type { SocialProvider } from '#platform/config/social-config.ts'
import { log } from '#platform/log/log.ts'
import { makeAuth, type Auth, type AuthGround } from './make-auth.ts'

/** For how long a provider may think; whoever pressed its button waits for it. */
const discoveryMs = 5000

const discovery = z.looseObject({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url(), jwks_uri: z.url() })

/** What speaks to each provider. */
export interface SocialAuths {
  /** @returns null while the provider does not answer, or answers what it must not */
  of(provider: string): Promise<Auth | null>
}

/**
 * Better Auth asks a provider by discovery once, when it begins, and does without one that is silent at that moment.
 * So what speaks to that provider is made at the first press of its button, again until it answered; nobody else's
 * signing in waits for it.
 *
 * @param auth speaks to the providers that are known by name
 */
export function socialAuths(auth: Auth, ground: AuthGround): SocialAuths {
  let own: Promise<Auth | null> | null = null
  return {
    async of(provider) {
      const byAddress = ground.config.social.find(({ id, issuer }) => id === provider && issuer)
      if (!byAddress) return auth
      own ??= speakTo(byAddress, ground)
      const made = await own
      if (!made) own = null
      return made
    },
  }
}

async function speakTo(provider: SocialProvider, ground: AuthGround): Promise<Auth | null> {
  try {
    const answer = await fetch(`${provider.issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(discoveryMs) })
    const { issuer } = discovery.parse(await answer.json())
    // https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
    if (issuer.replace(/\/$/, '') !== provider.issuer) throw new Error(`it calls itself ${issuer}`)

    const auth = makeAuth(ground, [provider])
    const { socialProviders } = await auth.$context
    return socialProviders.some(({ id }) => id === provider.id) ? auth : null
  } catch (fault) {
    log.warn({ err: fault, issuer: provider.issuer }, 'OIDC_ISSUER does not say how people sign in there')
    return null
  }
}
