import type { RouterContextProvider } from 'react-router'
import { listPublicDocuments } from '#modules/consents/index.ts'
import { hasProductsOnSite } from '#modules/catalog/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { SchoolPage } from '#modules/catalog/ui/public-pages.schema.ts'
import { signFileLink, type LinkConfig } from '#modules/files/index.ts'
import { offeredLanguages } from '#platform/i18n/choose-locale.ts'
import { languageOf, languages } from '#platform/i18n/languages.ts'
import { requestContext, type Tenant } from '../../request-context.ts'
import type { Tongues } from './page-meta.ts'
import { signInHref } from '../../require-viewer.ts'
import { taglineIn } from '../tagline-in.ts'
import { loadPlaces } from '../../switcher/load-places.ts'

/**
 * What every public page of a school carries: the school as it shows itself, and who is looking. If nobody is known, all
 * visitors may have the same page.
 *
 * @param role of the membership, as the page's own use case read it
 */
export async function schoolPage(context: Readonly<RouterContextProvider>, request: Request, role: MemberRole | null): Promise<SchoolPage> {
  const { app, tenant, base, nonce, page, viewer, tenantCtx } = context.get(requestContext)
  if (!tenant) throw new NotFound()

  // Who bought and never made an account has an address and no name yet.
  const person = await viewer()
  page.isEverybodys = person === null
  const signIn = signInHref(context, request)
  const ctx = await tenantCtx()
  return {
    school: schoolView(context, tenant),
    base,
    hasProducts: await hasProductsOnSite(ctx),
    documents: (await listPublicDocuments(ctx)).map(({ id, title }) => ({ title, href: `${base}/documents/${id}` })),
    places: person && (await loadPlaces(context, person.userId)),
    viewer: person ? { name: person.name || (person.email ?? ''), role } : null,
    links: { signIn, signUp: signInHref(context, request, 'sign-up'), account: `${app.config.scheme}://${app.config.baseDomain}/account` },
    nonce,
    languages: { ...tonguesOf(context), back: addressOf(request) },
  }
}

/** The school as all its public pages show it. */
export function schoolView(context: Readonly<RouterContextProvider>, tenant: Tenant): SchoolPage['school'] {
  const { app, locale } = context.get(requestContext)
  return {
    name: tenant.name,
    slug: tenant.slug,
    preset: tenant.preset,
    tagline: taglineIn(tenant, locale) || null,
    heroTitle: tenant.hero_title || null,
    heroText: tenant.hero_text || null,
    currency: tenant.currency.toUpperCase(),
    locale,
    brand: tenant.brand_colour,
    typePair: tenant.type_pair,
    logoUrl: logoUrl(app.config, tenant),
  }
}

/** The languages of this school's pages, and the one in which this is. */
export function tonguesOf(context: Readonly<RouterContextProvider>): Tongues {
  const { tenant, locale } = context.get(requestContext)
  const offered = offeredLanguages(tenant ?? { locale, languages })
  return { offered, current: languageOf(locale) ?? offered[0] ?? 'en' }
}

/** The page as its visitor asked for it: the framework asks for its data under a name of its own. */
function addressOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes')
  const query = searchParams.toString()
  return `${pathname.replace(/(\/_root)?\.data$/, '') || '/'}${query ? `?${query}` : ''}`
}

// Longer than any page is kept open or cached.
const logoLinkSeconds = 24 * 3600

/** Where a school's own sign is; null where it is drawn. */
export function logoUrl(config: LinkConfig, { id, logo_file_id, logo_key }: Pick<Tenant, 'id' | 'logo_file_id' | 'logo_key'>): string | null {
  return logo_file_id && logo_key ? signFileLink({ config, organizationId: id, fileId: logo_file_id, storageKey: logo_key, expiresInSeconds: logoLinkSeconds }) : null
}
