import { redirect } from 'react-router'
import { getFreeProduct, readOwnProduct } from '#modules/catalog/index.ts'
import { productHref } from '#modules/catalog/ui/school-links.ts'
import type { Route } from './+types/get-free.ts'
import { requestContext } from '../../request-context.ts'
import { signInHref } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { ownHref } from './product-views.ts'

/** Someone who signed in on the way comes back here by GET: the button is on the product's page. */
export function loader({ context, params }: Route.LoaderArgs) {
  throw redirect(productHref(context.get(requestContext).base, params.productSlug))
}

/** A product that costs nothing is had at once by those who are signed in. */
export const action = answering(async ({ request, context, params }: Route.ActionArgs) => {
  const { app, base, origin, tenantCtx } = context.get(requestContext)
  const ctx = await tenantCtx()
  const here = productHref(base, params.productSlug)
  if (!ctx.userId) throw redirect(signInHref(context, new Request(`${origin}${here}`, { headers: request.headers })), 303)

  await getFreeProduct({ ...ctx, inSystem: app.systemCtx.inSystem }, params.productSlug)
  const { product } = await readOwnProduct(ctx, params.productSlug)
  throw redirect(ownHref(base, product), 303)
})
