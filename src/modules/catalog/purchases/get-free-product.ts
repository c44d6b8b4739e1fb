import { findOffer } from '#modules/commerce/index.ts'
import { ensureMembership } from '#modules/tenancy/index.ts'
import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import { ProductNotFree } from '../products/product-errors.ts'
import { findProduct } from '../products/products.queries.ts'
import { openPurchase } from './open-purchase.ts'
import { hasProduct } from './purchases.queries.ts'

/**
 * Gives a product that costs nothing to the person who asks, and makes them a student of the school. Asked again, it
 * changes nothing.
 *
 * @throws SignInRequired for a visitor; NotFound for a product that is not open to all; ProductNotFree
 */
export async function getFreeProduct(ctx: SystemCtx & Pick<TenantCtx, 'organizationId' | 'userId'>, slug: string): Promise<void> {
  const { organizationId, userId } = ctx
  if (userId === null) throw new SignInRequired()

  await ctx.inSystem(async (tx) => {
    const product = await findProduct(tx, organizationId, { slug })
    if (!product || product.status === 'draft') throw new NotFound(`no open product ${slug}`)
    if (await hasProduct(tx, { organizationId, productId: product.id, userId })) return

    const offer = await findOffer(tx, { organizationId, subjectKind: 'product', subjectId: product.id })
    if (offer?.priceCents !== 0) throw new ProductNotFree()

    await ensureMembership(tx, { organizationId, userId, role: 'student', id: ctx.ids.next() })
    await openPurchase(ctx, tx, { organizationId, productId: product.id, userId, orderId: null }, { paidAt: ctx.clock.now() })
  })
}
