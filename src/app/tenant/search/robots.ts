import type { Route } from './+types/robots.ts'
import { requestContext } from '../../request-context.ts'

/** What is for members or for those who work here; each answers strangers with sign-in, and is no page to find. */
const closed = { school: ['/studio', '/learn', '/checkout'], installation: ['/operator', '/mailbox', '/account', '/invitation', '/api'] }

/** What search engines may read on this host, and where a school's list of pages is. */
export function loader({ context }: Route.LoaderArgs): Response {
  const { tenant, home } = context.get(requestContext)
  const lines = ['User-agent: *', ...(tenant ? closed.school : closed.installation).map((path) => `Disallow: ${path}`), ...(tenant ? ['', `Sitemap: ${home}/sitemap.xml`] : [])]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
