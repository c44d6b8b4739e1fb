import { readProductPage } from '#modules/catalog/index.ts'
import { ProductPage } from '#modules/catalog/ui/products/product-page.tsx'
import { productHref } from '#modules/catalog/ui/school-links.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { Route } from './+types/product.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'
import type { RouteHandle } from '../../page-needs.ts'
import { pageMeta } from '../catalog/page-meta.ts'
import { priceWithCoupon } from '../catalog/price-with-coupon.ts'
import { schoolPage } from '../catalog/school-page.ts'
import { productAccess, productDetail, productNotice } from './product-views.ts'

export const handle: RouteHandle = { isStatic: true }

export const loader = answering(async ({ request, context, params }: Route.LoaderArgs) => {
  const { tenant, tenantCtx, base, home } = context.get(requestContext)
  if (!tenant) throw new NotFound()
  const wantsDraft = new URL(request.url).searchParams.get('preview') === '1'
  const found = await readProductPage(await tenantCtx(), { slug: params.productSlug, wantsDraft })
  const coupon = found.isOwn ? null : await priceWithCoupon(context, request, found.offer)
  return {
    page: await schoolPage(context, request, found.role),
    product: productDetail(found, base),
    access: productAccess(found, { base, coupon }),
    zone: tenant.time_zone,
    notice: productNotice(found, base),
    meta: {
      title: `${found.product.title} · ${tenant.name}`,
      description: found.product.summary || null,
      url: productHref(home, found.product.slug),
      siteName: tenant.name,
      isHidden: found.product.status !== 'published',
    },
  }
})

export const meta: Route.MetaFunction = ({ loaderData }) => pageMeta(loaderData?.meta)

export default function Product({ loaderData }: Route.ComponentProps) {
  const { page, product, access, zone, notice } = loaderData
  return <ProductPage {...page} product={product} access={access} zone={zone} ownerNotice={notice} />
}
