import { listPublicAddresses } from '#modules/storefront/index.ts'
import type { Route } from './+types/sitemap.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import { inTongue } from '../catalog/page-meta.ts'
import { tonguesOf } from '../catalog/school-page.ts'

/**
 * The school's public pages for search engines: one entry for each language, and each names all of them.
 *
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
export const loader = answering(async ({ context }: Route.LoaderArgs) => {
  const { tenantCtx, home } = context.get(requestContext)
  const { offered } = tonguesOf(context)
  const lines = (await listPublicAddresses(await tenantCtx())).flatMap(({ path, changedAt }) => {
    const address = `${home}${path === '/' && new URL(home).pathname !== '/' ? '' : path}`
    const spoken = offered.map((current) => ({ language: current, href: escapeXml(inTongue(address, { offered, current })) }))
    const others = [...spoken, { language: 'x-default', href: escapeXml(address) }].map(({ language, href }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`).join('')
    return spoken.map(({ href }) => `<url><loc>${href}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}${spoken.length > 1 ? others : ''}</url>`)
  })
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${lines.join('\n')}\n</urlset>\n`
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=600' } })
})

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
}
