import { listPublicAddresses } from '#modules/storefront/index.ts'
import type { Route } from './+types/sitemap.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'

/** The school's public pages for search engines. */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { tenantCtx, home } = context.get(requestContext)
  const lines = (await listPublicAddresses(await tenantCtx())).map(({ path, changedAt }) => {
    const address = escapeXml(`${home}${path === '/' && new URL(home).pathname !== '/' ? '' : path}`)
    return `<url><loc>${address}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`
  })
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=600' } })
})

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
}
