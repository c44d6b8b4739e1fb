import { requirePermission } from '#modules/tenancy/index.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { couponListWords } from '../ui/words/coupon-list-words.ts'
import { wasEverBegun } from './coupon-uses.queries.ts'
import { deleteCoupon, isCodeTaken, lockCoupon, setArchived } from './coupons.queries.ts'

/**
 * Takes a coupon away. One that nobody ever began with is deleted; any other is archived: nobody begins with it any
 * more, who is paying right now still gets it, and its orders keep naming it.
 *
 * @returns which of the two it was
 * @throws NotAllowed without `offers.manage`; NotFound for strangers, and for a coupon that is not this school's
 */
export async function removeCoupon(ctx: CommercePersonCtx, couponId: string): Promise<'deleted' | 'archived'> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    const coupon = await lockCoupon(tx, ctx.organizationId, couponId)
    if (!coupon) throw new NotFound(`coupon ${couponId}`)

    if (await wasEverBegun(tx, ctx.organizationId, coupon.id)) {
      await setArchived(tx, coupon, ctx.clock.now())
      return 'archived'
    }
    await deleteCoupon(tx, coupon)
    return 'deleted'
  })
}

/**
 * Brings an archived coupon back, with its uses.
 *
 * @throws as `removeCoupon`; InvalidInput when another coupon has its code by now
 */
export async function restoreCoupon(ctx: CommercePersonCtx, couponId: string): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    const coupon = await lockCoupon(tx, ctx.organizationId, couponId)
    if (!coupon) throw new NotFound(`coupon ${couponId}`)
    if (await isCodeTaken(tx, coupon)) throw new InvalidInput({}, couponListWords().otherCalled(coupon.code))

    await setArchived(tx, coupon, null)
  })
}
