import type { OnTheWay, Order } from '#modules/commerce/index.ts'
import type { OnTheWayView } from '#modules/commerce/ui/on-the-way.tsx'
import type { OrderView } from '#modules/commerce/ui/order-words.ts'

/** An order as its pages show it. */
export function orderView(order: Order): OrderView {
  return {
    id: order.id,
    number: order.number,
    buyerName: order.buyerName,
    buyerEmail: order.buyerEmail,
    title: order.title,
    status: order.status,
    currency: order.currency.toUpperCase(),
    grossCents: order.grossCents,
    couponCode: order.couponCode,
    discountCents: order.discountCents,
    platformFeeCents: order.platformFeeCents,
    processorFeeCents: order.processorFeeCents,
    refundedCents: order.refundedCents,
    placedAt: order.placedAt.toISOString(),
  }
}

/** The same for what has yet to arrive. */
export function onTheWayView({ payments, sums }: OnTheWay): OnTheWayView {
  return {
    payments: payments.map((payment) => ({ ...payment, currency: payment.currency.toUpperCase(), begunAt: payment.begunAt.toISOString() })),
    sums: sums.map((sum) => ({ ...sum, currency: sum.currency.toUpperCase() })),
  }
}
