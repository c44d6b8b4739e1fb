import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { listSellable, type Sellable } from '../offers/offers.queries.ts'
import type { Coupon, CouponUses } from './coupon.ts'
import { countUses, selectUses, sumUses, wasEverBegun, type CouponSum, type CouponUse } from './coupon-uses.queries.ts'
import { findCoupon } from './coupons.queries.ts'

/** A coupon with all that it did. */
export interface CouponWithUses {
  coupon: Coupon
  uses: CouponUses
  sums: CouponSum[]
  /** Whether anybody ever began with it: then it is archived in place of being deleted. */
  wasBegun: boolean
  /** What it is for, with today's prices. */
  sellable: Sellable[]
  /** A page of its uses, newest first. */
  lines: CouponUse[]
  /** Give it as `before` for the older ones; null at the end. */
  older: string | null
}

const pageSize = 50

/**
 * A coupon, what it brought, and who used it.
 *
 * @throws NotAllowed without `offers.manage` and `orders.read`; NotFound for strangers, and for a coupon that is not this school's
 */
export async function readCoupon(ctx: TenantCtx, input: { couponId: string; before: string | null }): Promise<CouponWithUses> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    requirePermission(role, 'orders.read')
    const place = { organizationId: ctx.organizationId, couponId: input.couponId }
    const coupon = await findCoupon(tx, place.organizationId, place.couponId)
    if (!coupon) throw new NotFound(`coupon ${input.couponId}`)

    const sellable = await listSellable(tx, { organizationId: place.organizationId, alsoIds: coupon.subjects?.map(({ subjectId }) => subjectId) ?? [] })
    const found = await selectUses(tx, { ...place, before: input.before, limit: pageSize + 1 })
    const lines = found.slice(0, pageSize)
    return {
      coupon,
      uses: await countUses(tx, place),
      sums: await sumUses(tx, place.organizationId, place.couponId),
      wasBegun: await wasEverBegun(tx, place.organizationId, place.couponId),
      sellable,
      lines,
      older: found.length > pageSize ? (lines.at(-1)?.checkoutId ?? null) : null,
    }
  })
}

/**
 * What a new coupon can be for.
 *
 * @throws NotAllowed without `offers.manage`, NotFound for strangers
 */
export async function readSellable(ctx: TenantCtx): Promise<Sellable[]> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    return listSellable(tx, { organizationId: ctx.organizationId, alsoIds: [] })
  })
}
