import { requirePermission } from '#modules/tenancy/index.ts'
import type { SystemCtx, TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../catalog-ctx.ts'
import { isPurchaseOf, listBuyers, type ProductBuyer } from './buyers.queries.ts'
import { countFrom } from './downloads.queries.ts'
import { setKeyRevoked } from './licence-keys.queries.ts'

type BuyersCtx = TenantCtx & SystemCtx

const pageSize = 50

/**
 * Who bought a product, the newest first, 50 at a time.
 *
 * @throws NotFound for strangers and other schools' products, NotAllowed without orders.read
 */
export async function listProductBuyers(ctx: BuyersCtx, input: { productId: string; before: string | null }): Promise<{ buyers: ProductBuyer[]; older: string | null }> {
  await requireBooks(ctx)
  const found = await ctx.inSystem((tx) => listBuyers(tx, { organizationId: ctx.organizationId, ...input, limit: pageSize + 1 }))
  const buyers = found.slice(0, pageSize)
  return { buyers, older: found.length > pageSize ? (buyers.at(-1)?.purchaseId ?? null) : null }
}

interface Place {
  productId: string
  purchaseId: string
}

/** Revokes a purchase's licence key, or gives it back. @throws NotFound where there is none, NotAllowed without orders.refund */
export async function revokeLicenceKey(ctx: BuyersCtx, input: Place & { isRevoked: boolean }): Promise<void> {
  await changingPurchase(ctx, input, (tx) => setKeyRevoked(tx, ctx.organizationId, input.purchaseId, input.isRevoked ? ctx.clock.now() : null))
}

/** Lets a buyer fetch each file as often again. @throws NotFound where there is no such purchase, NotAllowed without orders.refund */
export async function allowMoreDownloads(ctx: BuyersCtx, input: Place): Promise<void> {
  await changingPurchase(ctx, input, (tx) => countFrom(tx, ctx.organizationId, input.purchaseId, ctx.clock.now()))
}

async function requireBooks(ctx: BuyersCtx): Promise<void> {
  await ctx.inTenant(async ({ role }) => requirePermission(role, 'orders.read'))
}

async function changingPurchase(ctx: BuyersCtx, input: Place, work: (tx: Tx) => Promise<boolean>): Promise<void> {
  await ctx.inTenant(async ({ role }) => requirePermission(role, 'orders.refund'))
  await ctx.inSystem(async (tx) => {
    const isHere = isId(input.purchaseId) && isId(input.productId) && (await isPurchaseOf(tx, ctx.organizationId, input.productId, input.purchaseId))
    if (!isHere || !(await work(tx))) throw new NotFound('no such purchase')
  })
}
