import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function checkoutRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('courses/:courseSlug/buy', 'tenant/checkout/buy.ts', { id: id('buy') }),
    route('courses/:courseSlug/start', 'tenant/checkout/start-free.ts', { id: id('start-free') }),
    route('courses/:courseSlug/checkout', 'tenant/checkout/checkout.tsx', { id: id('checkout') }),
    route('checkout/:checkoutId/done', 'tenant/checkout/checkout-done.tsx', { id: id('checkout-done') }),
  ]
}
