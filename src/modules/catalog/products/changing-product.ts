import { requirePermission } from '#modules/tenancy/index.ts'
import type { MemberRole, TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { lockProduct, type Product } from './products.queries.ts'

/**
 * Opens a transaction in which one product is changed: the permission is checked and the product is locked, so that
 * its versions, parts and state are changed one after the other.
 *
 * @throws NotAllowed without courses.manage; NotFound for a product that is not there or not this school's
 */
export async function changingProduct<T>(ctx: TenantCtx, productId: string, work: (opened: { tx: Tx; product: Product; role: MemberRole | null }) => Promise<T>): Promise<T> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'courses.manage')
    const product = isId(productId) ? await lockProduct(tx, ctx.organizationId, productId) : null
    if (!product) throw new NotFound()
    return work({ tx, product, role })
  })
}
