import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function couponsRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('coupons', 'studio/coupons/coupons.tsx', { id: id('studio/coupons') }),
    route('coupons/new', 'studio/coupons/new-coupon.tsx', { id: id('studio/new-coupon') }),
    route('coupons/:couponId', 'studio/coupons/coupon.tsx', { id: id('studio/coupon') }),
    route('coupons/:couponId/change', 'studio/coupons/change-coupon.tsx', { id: id('studio/change-coupon') }),
  ]
}
