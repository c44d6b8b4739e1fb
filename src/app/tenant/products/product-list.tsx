import { listProducts } from '#modules/catalog/index.ts'
import { ProductListPage } from '#modules/catalog/ui/products/product-list-page.tsx'
import { isFiltering, musicFilterSchema, type MusicFilter } from '#modules/catalog/music/music.schema.ts'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/product-list.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { pageMeta } from '../catalog/page-meta.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { productCard } from './product-views.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { tenant, tenantCtx, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const { searchParams } = new URL(request.url)
  const after = searchParams.get('after')
  const filter = musicFilterSchema.parse({ bpmFrom: searchParams.get('bpm-from'), bpmTo: searchParams.get('bpm-to'), key: searchParams.get('key'), tag: searchParams.get('tag') })
  const { products, productCount, nextCursor, choices, role } = await listProducts(await tenantCtx(), { after, filter })
  const page = await schoolPage(context, request, role)
  const here = `${base}/products`
  return {
    page,
    products: products.map((product) => productCard(product, { ...product, base })),
    productCount,
    filter,
    choices,
    isFiltered: isFiltering(filter),
    // Cursors lead forward only; the way back is the browser's, or the beginning.
    previousHref: after ? address(here, filter) : null,
    nextHref: nextCursor ? address(here, filter, nextCursor) : null,
    meta: { title: productWords().productsOf(tenant.name), description: page.school.tagline, url: `${home}/products`, siteName: tenant.name },
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function ProductList({ loaderData: { page, meta: _meta, ...list } }: Route.ComponentProps) {
  return <ProductListPage {...page} {...list} />
}

/** The shelf with what it is filtered by. */
function address(here: string, { bpmFrom, bpmTo, key, tag }: MusicFilter, after?: string): string {
  const asked = { 'bpm-from': bpmFrom, 'bpm-to': bpmTo, key, tag, after: after ?? null }
  const said = Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))
  return said.length > 0 ? `${here}?${new URLSearchParams(said)}` : here
}
