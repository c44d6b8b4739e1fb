import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { freeSlug, slugify } from '../courses/slugify.ts'
import { insertVersion } from '../versions/versions.queries.ts'
import { kindFaces, type ProductKind } from './product-kinds.ts'
import { insertProduct, listProductSlugsLike, lockNewProducts } from './products.queries.ts'

/**
 * Begins a product: a draft with a title, and with its first version where it holds files.
 *
 * @throws NotAllowed without courses.manage
 */
export async function createProduct(ctx: TenantCtx, input: { title: string; kind: ProductKind }): Promise<{ productId: string; slug: string }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const { organizationId } = ctx
    await lockNewProducts(tx, organizationId)
    const wanted = slugify(input.title, 'product')
    const slug = freeSlug(wanted, await listProductSlugsLike(tx, organizationId, wanted))
    const productId = ctx.ids.next()
    await insertProduct(tx, { organizationId, id: productId, kind: input.kind, slug, title: input.title })
    if (kindFaces[input.kind].holds === 'files') await insertVersion(tx, { organizationId, id: ctx.ids.next(), productId, label: '1.0', notes: '' })
    return { productId, slug }
  })
}
