import type { RouterContextProvider } from 'react-router'
import { listProducts, sanitiseRichText } from '#modules/catalog/index.ts'
import type { ProductCardView } from '#modules/catalog/ui/products/product-views.schema.ts'
import { signFileLink } from '#modules/files/index.ts'
import { readFirstPage, type EditorCtx } from '#modules/storefront/index.ts'
import type { Block } from '#modules/storefront/blocks/blocks.schema.ts'
import { embedHosts } from '#modules/storefront/blocks/embed.schema.ts'
import { factsOf, profileTypeLabel } from '#modules/tenancy/profiles/profile-types.schema.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { FrameRules } from '../../http/security-headers.ts'
import { requestContext, type Tenant } from '../../request-context.ts'
import { courseCard } from '../catalog/course-views.ts'
import { inTongue, type PageMeta, type Tongues } from '../catalog/page-meta.ts'
import { schoolPage, tonguesOf } from '../catalog/school-page.ts'
import { productCard } from '../products/product-views.ts'
import { schoolData } from '../search/structured-data.ts'

type Args = { request: Request; context: Readonly<RouterContextProvider> }

// Longer than any page is kept open or cached.
const pictureLinkSeconds = 24 * 3600

/** As many as a block of products may show. */
const productsMost = 12

/** The context of use cases about the first page. */
export async function editorCtx(context: Readonly<RouterContextProvider>): Promise<EditorCtx> {
  const { tenant, tenantCtx } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  return { ...(await tenantCtx()), words: wordsOf(tenant), offered: tonguesOf(context).offered }
}

/** A school's first page, on its own host and under its path; or its draft, for those who arrange it. */
export async function loadStorefront({ request, context }: Args, { wantsDraft = false } = {}) {
  const { app, tenant, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const front = await readFirstPage(await editorCtx(context), { wantsDraft, language: tonguesOf(context).current })
  const page = await schoolPage(context, request, front.role)
  const hasPlayers = front.blocks.some(({ kind }) => kind === 'embed')
  if (hasPlayers || wantsDraft) allowFrames(context, { frames: hasPlayers ? embedHosts : [], framedBy: wantsDraft ? `'self'` : `'none'` })
  const place = { config: app.config, organizationId: tenant.id, base }
  const link = ([fileId, storageKey]: [string, string]) => [fileId, signFileLink({ ...place, fileId, storageKey, expiresInSeconds: pictureLinkSeconds })]
  const hero = front.blocks.find((block) => block.kind === 'hero')
  return {
    page,
    timeZone: tenant.time_zone,
    blocks: front.blocks,
    courses: front.courses.map((course) => courseCard(place, course)),
    courseCount: front.courseCount,
    ...(await readShelf(front.blocks, { context, base })),
    people: front.teachers.map(({ id, name, title, bio, profileType, profile }) => ({
      id, name, title: title || null, bio: bio || null, kind: profileTypeLabel(profileType),
      facts: factsOf(profileType, profile, { locale: tenant.locale, currency: tenant.currency.toUpperCase() }),
    })),
    pictures: Object.fromEntries(Object.entries(front.pictures).map(link)) as Record<string, string>,
    meta: metaOf(tenant, { title: front.head.title, description: front.head.description || page.school.tagline || hero?.text || tenant.hero_text || null, home, logoUrl: page.school.logoUrl ?? null, tongues: tonguesOf(context) }),
  }
}

/** The products of a page that shows any. */
async function readShelf(blocks: readonly Block[], { context, base }: Pick<Args, 'context'> & { base: string }): Promise<{ products: ProductCardView[]; productCount: number }> {
  if (!blocks.some(({ kind }) => kind === 'products')) return { products: [], productCount: 0 }

  const { products, productCount } = await listProducts(await context.get(requestContext).tenantCtx())
  return { products: products.slice(0, productsMost).map((product) => productCard(product, { ...product, base })), productCount }
}

function metaOf({ name }: Tenant, { title, description, home, logoUrl, tongues }: { title: string; description: string | null; home: string; logoUrl: string | null; tongues: Tongues }): PageMeta {
  const url = home === new URL(home).origin ? `${home}/` : home
  return { title: title || name, description, url, siteName: name, tongues, imageUrl: inTongue(`${home}/social.png`, tongues), facts: schoolData({ name, url, description, logoUrl }) }
}

/** What the loader gives, for the page. */
export type StorefrontData = Awaited<ReturnType<typeof loadStorefront>>

function wordsOf(tenant: Tenant): EditorCtx['words'] {
  return { preset: tenant.preset, heroTitle: tenant.hero_title, heroText: tenant.hero_text, aboutHtml: sanitiseRichText(tenant.about) }
}

/** Only a page that shows players may frame other sites, and only those on the list; only a draft may be framed, by the editor. */
function allowFrames(context: Readonly<RouterContextProvider>, rules: FrameRules): void {
  context.get(requestContext).page.frames = rules
}
