import type { SocialAccounts, SocialFault } from '#modules/identity/ports.ts'
import { cookiesOf, withAddress } from './auth-headers.ts'
import type { Auth, AuthGround } from './make-auth.ts'
import { socialAuths } from './own-issuer.ts'
import { noteArrival, type Arrival } from './social-rules.ts'

/** Where providers send people back to; every provider has its own. */
const callbackPath = /^\/api\/auth\/callback\/(google|microsoft|apple|github|oidc)$/
/** What Apple sends in its form: a code, a state, and the name as it was typed there. */
const answerBytesMax = 16_000

/** The port over Better Auth. */
export function betterAuthSocial(auth: Auth, ground: AuthGround, installation: string): SocialAccounts {
  const { social } = ground.config
  const auths = socialAuths(auth, ground)
  return {
    providers: social.map(({ id, name }) => ({ id, name })),
    async begin({ provider, callbackUrl, errorUrl, isLink, headers }) {
      if (!social.some(({ id }) => id === provider)) return { kind: 'unknown' }
      const speaker = await auths.of(provider)
      if (!speaker) return { kind: 'silent' }
      const asked = { body: { provider, callbackURL: callbackUrl, errorCallbackURL: errorUrl, disableRedirect: true }, headers, returnHeaders: true } as const
      const { headers: answer, response } = isLink ? await speaker.api.linkSocialAccount(asked) : await speaker.api.signInSocial(asked)
      return response.url ? { kind: 'begun', url: response.url, ...cookiesOf(answer) } : { kind: 'silent' }
    },
    async answer(request, address) {
      const { pathname } = new URL(request.url)
      const provider = callbackPath.exec(pathname)?.[1]
      if (!provider) return null
      if (request.method === 'POST') return { response: await askAgain(request), linked: null }
      if (request.method !== 'GET' || !social.some(({ id }) => id === provider)) return null

      const speaker = await auths.of(provider)
      if (!speaker) return { response: leadTo(withFault(`${installation}/sign-in`, 'silent', provider)), linked: null }
      const { result, arrival } = await noteArrival(() => speaker.handler(new Request(request, { headers: withAddress(request.headers, address) })))
      return { response: sayOurWay(result, arrival, provider), linked: arrival.linked === null ? null : { subject: arrival.linked, provider } }
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

/**
 * Apple sends people back with a form from its own site, to which the browser gives no cookie of ours. Asked for once
 * more as an address, it does.
 */
async function askAgain(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url)
  const sent = Number(request.headers.get('content-length') ?? 0) <= answerBytesMax ? new URLSearchParams((await request.text()).slice(0, answerBytesMax)) : new URLSearchParams()
  const kept = ['code', 'state', 'user', 'error', 'iss'].flatMap((name) => (sent.has(name) ? [[name, sent.get(name) ?? '']] : []))
  return leadTo(`${origin}${pathname}?${new URLSearchParams(kept)}`, 303)
}

/** What Better Auth, and providers through it, call what went wrong. Whatever else they say is `failed`. */
const faults = new Map<string, SocialFault>(Object.entries({
  access_denied: 'refused',
  user_cancelled_authorize: 'refused',
  consent_required: 'refused',
  interaction_required: 'refused',
  state_mismatch: 'over',
  state_not_found: 'over',
  state_invalid: 'over',
  email_not_found: 'no-address',
  account_already_linked_to_different_user: 'taken',
  temporarily_unavailable: 'silent',
  server_error: 'silent',
} as const))

/** Better Auth puts its own words, and those of the provider, into the address; ours are a few, and the page has a sentence for each. */
function sayOurWay(answer: Response, { isUnproven }: Arrival, provider: string): Response {
  const response = new Response(answer.body, answer)
  response.headers.set('Cache-Control', 'no-store')
  // The address of this answer holds a code, if a used one.
  response.headers.set('Referrer-Policy', 'no-referrer')
  const location = answer.headers.get('location')
  const error = location && URL.canParse(location) ? new URL(location).searchParams.get('error') : null
  if (location && error) response.headers.set('Location', withFault(location, isUnproven && error !== 'email_not_found' ? 'unproven' : (faults.get(error) ?? 'failed'), provider))
  return response
}

function withFault(address: string, fault: SocialFault, provider: string): string {
  const url = new URL(address)
  for (const name of ['error', 'error_description']) url.searchParams.delete(name)
  url.searchParams.set('elsewhere', fault)
  url.searchParams.set('by', provider)
  return url.href
}

function leadTo(location: string, status: 302 | 303 = 302): Response {
  return new Response(null, { status, headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } })
}
