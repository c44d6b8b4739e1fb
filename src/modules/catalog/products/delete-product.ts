import { setPrice } from '#modules/commerce/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { retireLicences } from '../music/change-licences.ts'
import { changingProduct } from './changing-product.ts'
import { ProductInUse } from './product-errors.ts'
import { countProductUse, updateProductRow } from './products.queries.ts'

/**
 * Deletes a product that nobody has or is buying. Its address is not given to another product.
 *
 * @throws ProductInUse when somebody has it, is buying it, or a bundle holds it
 */
export async function deleteProduct(ctx: TenantCtx, input: { productId: string }): Promise<void> {
  await changingProduct(ctx, input.productId, async ({ tx, product, role }) => {
    const uses = await countProductUse(tx, ctx.organizationId, product.id)
    if (uses > 0) throw new ProductInUse(uses)

    if (holdsPermission(role, 'offers.manage')) {
      await setPrice(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), subjectKind: 'product', subjectId: product.id, title: product.title, priceCents: null, currency: 'eur' })
      await retireLicences(ctx, tx, product)
    }
    await updateProductRow(tx, ctx.organizationId, product.id, { status: 'draft', deleted_at: ctx.clock.now() })
  })
}
