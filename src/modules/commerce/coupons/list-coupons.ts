import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import type { Coupon, CouponUses } from './coupon.ts'
import { countUsesOfAll } from './coupon-uses.queries.ts'
import { countCoupons, selectCoupons } from './coupons.queries.ts'

/** A page of coupons, each with how its uses stand. */
export interface CouponsPage {
  coupons: (Coupon & { uses: CouponUses })[]
  counts: { current: number; archived: number }
  /** Give it as `after` for more; null at the end. */
  nextCursor: string | null
}

const pageSize = 50

/**
 * A school's coupons, newest first, 50 at a time.
 *
 * @throws NotAllowed without `offers.manage`, NotFound for strangers
 */
export async function listCoupons(ctx: TenantCtx, input: { isArchived: boolean; after: string | null }): Promise<CouponsPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    const found = await selectCoupons(tx, { ...input, organizationId: ctx.organizationId, limit: pageSize + 1 })
    const coupons = found.slice(0, pageSize)
    const uses = await countUsesOfAll(tx, ctx.organizationId, coupons.map(({ id }) => id))
    return {
      coupons: coupons.map((coupon) => ({ ...coupon, uses: uses.get(coupon.id) ?? { used: 0, held: 0 } })),
      counts: await countCoupons(tx, ctx.organizationId),
      nextCursor: found.length > pageSize ? (coupons.at(-1)?.id ?? null) : null,
    }
  })
}
