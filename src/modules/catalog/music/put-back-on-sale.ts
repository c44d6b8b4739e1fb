import { endExclusiveSale } from '#modules/commerce/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { changingProduct } from '../products/changing-product.ts'
import { StillSold } from '../products/product-errors.ts'
import { writeMusicFacts } from './music.queries.ts'

/**
 * Puts a piece that was sold exclusively back on sale, at the prices its licences have. Only once the money went back
 * whole: until then somebody has what was promised to them alone.
 *
 * @throws StillSold while its buyer has it, NotAllowed without offers.manage
 */
export async function putBackOnSale(ctx: TenantCtx & Pick<SystemCtx, 'inSystem'>, input: { productId: string }): Promise<void> {
  const { organizationId } = ctx
  await changingProduct(ctx, input.productId, async ({ role }) => requirePermission(role, 'offers.manage'))
  await ctx.inSystem(async (tx) => {
    if (!(await endExclusiveSale(tx, { organizationId, subjectId: input.productId }))) throw new StillSold()
    await writeMusicFacts(tx, organizationId, input.productId, { sold_at: null })
  })
}
