import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function ordersRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('orders', 'studio/orders/orders.tsx', { id: id('studio/orders') }),
    route('orders/:orderId', 'studio/orders/order.tsx', { id: id('studio/order') }),
    route('orders/:orderId/refund', 'studio/orders/refund.tsx', { id: id('studio/order-refund') }),
    route('money', 'studio/orders/money.tsx', { id: id('studio/money') }),
    route('money/buyers', 'studio/orders/buyers.tsx', { id: id('studio/money-buyers') }),
    route('money/:accountId', 'studio/orders/balance.tsx', { id: id('studio/money-balance') }),
    route('payouts', 'studio/orders/payouts.tsx', { id: id('studio/payouts') }),
    route('payouts/again', 'studio/orders/payouts-again.ts', { id: id('studio/payouts-again') }),
  ]
}
