import { listProducts } from '#modules/catalog/index.ts'
import { ProductListPage } from '#modules/catalog/ui/products/product-list-page.tsx'
import { productWords } from '#modules/catalog/ui/words/product-words.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/product-list.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../root.tsx'
import { pageMeta } from '../catalog/page-meta.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { productCard } from './product-views.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { tenant, tenantCtx, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const after = new URL(request.url).searchParams.get('after')
  const { products, productCount, nextCursor, role } = await listProducts(await tenantCtx(), { after })
  const here = `${base}/products`
  return {
    page: await schoolPage(context, request, role),
    products: products.map((product) => productCard(product, product)),
    productCount,
    // Cursors lead forward only; the way back is the browser's, or the beginning.
    previousHref: after ? here : null,
    nextHref: nextCursor ? `${here}?after=${encodeURIComponent(nextCursor)}` : null,
    meta: { title: productWords().productsOf(tenant.name), description: tenant.tagline || null, url: `${home}/products`, siteName: tenant.name },
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function ProductList({ loaderData: { page, meta: _meta, ...list } }: Route.ComponentProps) {
  return <ProductListPage {...page} {...list} />
}
