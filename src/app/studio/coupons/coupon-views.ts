import { couponState, schoolDay, type Coupon, type CouponUse, type CouponUses, type CouponWithUses, type Sellable } from '#modules/commerce/index.ts'
import type { CouponUseView } from '#modules/commerce/ui/coupon-uses.tsx'
import type { CouponView, SellableView } from '#modules/commerce/ui/coupon-view.ts'
import { subjectField } from '#modules/commerce/coupons/coupon.schema.ts'
import { minorDigits } from '#ui/currency-format.ts'
import type { BooksVisit } from '../orders/books-visit.ts'

/** A coupon as its pages show it. */
export function couponView(coupon: Coupon, uses: CouponUses, { ctx, zone }: Pick<BooksVisit, 'ctx' | 'zone'>): CouponView {
  return {
    id: coupon.id,
    code: coupon.code,
    discount: coupon.discount,
    state: couponState(coupon, uses, schoolDay(ctx.clock.now(), zone)),
    subjectIds: coupon.subjects?.map(({ subjectId }) => subjectId) ?? null,
    used: uses.used,
    held: uses.held,
    usesMax: coupon.usesMax,
    perPersonMax: coupon.usesPerPersonMax,
    startsOn: coupon.startsOn,
    endsOn: coupon.endsOn,
  }
}

/** Things that are sold, each with the least that can be charged for it. */
export function sellableViews(sellable: Sellable[], { ctx }: Pick<BooksVisit, 'ctx'>): SellableView[] {
  return sellable.map(({ subjectId, title, priceCents, currency }) => ({ subjectId, title, priceCents, currency: currency.toUpperCase(), leastCents: ctx.payments?.leastAmountCents(currency) ?? 0 }))
}

/** One use, with the way to its order. */
export function useView(use: CouponUse, base: string): CouponUseView {
  return {
    checkoutId: use.checkoutId,
    status: use.status === 'paid' || use.status === 'pending' ? use.status : 'open',
    who: use.order?.buyerName || use.email,
    title: use.title,
    currency: use.currency.toUpperCase(),
    discountCents: use.discountCents,
    amountCents: use.amountCents,
    begunAt: use.begunAt.toISOString(),
    orderHref: use.order ? `${base}/studio/orders/${use.order.id}` : null,
    orderNumber: use.order?.number ?? null,
  }
}

/** What stands in the fields of a coupon that is changed. */
export function couponValues({ coupon }: Pick<CouponWithUses, 'coupon'>): Record<string, string> {
  const { discount, subjects } = coupon
  return {
    coupon: coupon.code,
    discountKind: discount.kind,
    off: discount.kind === 'percent' ? String(discount.percentBps / 100) : (discount.amountCents / 10 ** minorDigits(discount.currency)).toFixed(minorDigits(discount.currency)).replace(/\.0+$/, ''),
    appliesTo: subjects ? 'some' : 'all',
    ...Object.fromEntries((subjects ?? []).map(({ subjectId }) => [subjectField(subjectId), 'on'])),
    usesMax: coupon.usesMax?.toString() ?? '',
    perPersonMax: coupon.usesPerPersonMax?.toString() ?? '',
    startsOn: coupon.startsOn ?? '',
    endsOn: coupon.endsOn ?? '',
  }
}
