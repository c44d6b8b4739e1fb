import { requirePermission } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { listSellable } from '../offers/offers.queries.ts'
import { couponListWords } from '../ui/words/coupon-list-words.ts'
import type { Coupon, CouponTerms } from './coupon.ts'
import { countUses, wasEverBegun } from './coupon-uses.queries.ts'
import { insertCoupon, isCodeTaken, lockCoupon, replaceSubjects, updateCoupon } from './coupons.queries.ts'

/**
 * Makes a coupon.
 *
 * @returns its id
 * @throws InvalidInput beside the field that does not fit; NotAllowed without `offers.manage`; NotFound for strangers
 */
export async function createCoupon(ctx: CommercePersonCtx, terms: CouponTerms): Promise<string> {
  const coupon = { ...terms, id: ctx.ids.next(), organizationId: ctx.organizationId }
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    await requireWhole(tx, coupon)
    if (!(await insertCoupon(tx, coupon))) throw codeTaken(coupon.code)
    await writeSubjects(ctx, tx, coupon)
  })
  return coupon.id
}

/**
 * Changes a coupon. Whoever is paying right now pays what was agreed when they began. Once somebody has begun with
 * it, its code stays: it stands in their mails.
 *
 * @throws as `createCoupon`; NotFound for a coupon that is not this school's
 */
export async function changeCoupon(ctx: CommercePersonCtx, change: CouponTerms & { couponId: string }): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'offers.manage')
    const kept = await lockCoupon(tx, ctx.organizationId, change.couponId)
    if (!kept) throw new NotFound(`coupon ${change.couponId}`)

    const coupon: Coupon = { ...kept, ...change, id: kept.id }
    await requireWhole(tx, coupon)
    await requireFitting(tx, kept, coupon)
    await updateCoupon(tx, coupon)
    await writeSubjects(ctx, tx, coupon)
  })
}

type New = CouponTerms & { id: string; organizationId: string }

async function requireWhole(tx: Tx, { startsOn, endsOn, subjects, organizationId }: New): Promise<void> {
  const words = couponListWords()
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new InvalidInput({ endsOn: words.lastBeforeFirst })
  if (subjects === null) return
  if (subjects.length === 0) throw new InvalidInput({ appliesTo: words.chooseOne })

  const known = new Set((await listSellable(tx, { organizationId, alsoIds: subjects.map(({ subjectId }) => subjectId) })).map(({ subjectId }) => subjectId))
  if (subjects.some(({ subjectId }) => !known.has(subjectId))) throw new InvalidInput({ appliesTo: words.oneNotSold })
}

async function requireFitting(tx: Tx, kept: Coupon, coupon: Coupon): Promise<void> {
  const words = couponListWords()
  if (coupon.code !== kept.code) {
    if (await wasEverBegun(tx, kept.organizationId, kept.id)) throw new InvalidInput({ coupon: words.usedAsCode(kept.code) })
    if (await isCodeTaken(tx, coupon)) throw codeTaken(coupon.code)
  }
  const { used, held } = await countUses(tx, { organizationId: kept.organizationId, couponId: kept.id })
  if (coupon.usesMax !== null && coupon.usesMax < used + held) {
    throw new InvalidInput({ usesMax: words.usesTaken(used + held) })
  }
}

async function writeSubjects(ctx: CommercePersonCtx, tx: Tx, coupon: New): Promise<void> {
  await replaceSubjects(tx, coupon, (coupon.subjects ?? []).map((subject) => ({ ...subject, id: ctx.ids.next() })))
}

function codeTaken(code: string): InvalidInput {
  return new InvalidInput({ coupon: couponListWords().codeTaken(code) })
}
