import { subdomainOrigin } from '#modules/tenancy/index.ts'
import { hostOfDomain } from '#platform/http/hosts.ts'
import type { RequestContext } from '../request-context.ts'
import { onwardPage } from './onward-page.ts'

/** The studio stays where it was opened: with a domain that leads nowhere, its owner must still get to its settings. */
const staysHere = /^\/(studio|sign-in|sign-up|sign-out|arrive|api|__manifest)(\/|$)/

/**
 * Leads to the address under which a school wants to be found. Its members are signed in there too; a stranger goes on
 * as a visitor, as a sign-in tells the school who they are.
 *
 * @returns null where the page is answered here
 */
export async function leadHome(context: RequestContext, request: Request): Promise<Response | null> {
  const { app, tenant, base, domain, home } = context
  if (!tenant || (request.method !== 'GET' && request.method !== 'HEAD')) return null

  const { pathname, search } = new URL(request.url)
  const path = pathname.slice(base.length) || '/'
  // Sessions cannot be carried to a domain of the school's own: only its visitors could be served there.
  if (!app.accounts.handOvers) return domain ? goTo(`${subdomainOrigin(app.config, tenant.slug)}${path}${search}`, 302) : null
  if (!tenant.primary_domain || tenant.primary_domain === domain || staysHere.test(path) || path.endsWith('.data') || !isForPage(request.headers)) return null

  const isMember = (await context.viewer()) !== null && (await context.role()) !== null
  const place = hostOfDomain(tenant.primary_domain, app.config.baseDomain)
  if (isMember) return onwardPage(`${home}/arrive?next=${encodeURIComponent(`${path}${search}`)}`, place)
  // Chromium holds what follows a form to that form's policy, which cannot name every school's domain.
  return comesFromUs(request.headers) ? onwardPage(`${home}${path}${search}`, place) : goTo(`${home}${path}${search}`, 301)
}

/** What open pages fetch goes where they are. Who does not say what it is for is a search engine, or an old browser. */
function isForPage(headers: Headers): boolean {
  return (headers.get('sec-fetch-dest') ?? 'document') === 'document'
}

/** Never kept: the school may choose another address any time. */
function goTo(location: string, status: 301 | 302): Response {
  return new Response(null, { status, headers: { Location: location, 'Cache-Control': 'no-store' } })
}

function comesFromUs(headers: Headers): boolean {
  return ['same-origin', 'same-site'].includes(headers.get('sec-fetch-site') ?? '')
}
