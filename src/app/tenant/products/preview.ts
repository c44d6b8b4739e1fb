import { redirect } from 'react-router'
import { readPreviewFile } from '#modules/catalog/index.ts'
import type { Route } from './+types/preview.ts'
import { requestContext } from '../../request-context.ts'
import { answering } from '../../respond.ts'

/** Leads to the preview's bytes by a link that ends; pages that are kept know this address alone. */
export const loader = answering(async ({ context, params }: Route.LoaderArgs) => {
  const { app, tenantCtx } = context.get(requestContext)
  const href = await readPreviewFile({ ...(await tenantCtx()), linkConfig: app.config }, params.productSlug)
  return redirect(href, { headers: { 'Cache-Control': 'no-store' } })
})
