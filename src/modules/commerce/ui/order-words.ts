import type { Share } from '#ui/split-bar.tsx'
import { formatMoney } from '#ui/currency-format.ts'

/** What the pages need of an order. Dates are ISO 8601. */
export interface OrderView {
  id: string
  number: number
  buyerName: string
  buyerEmail: string
  title: string
  status: 'paid' | 'refunding' | 'partly-refunded' | 'refunded'
  currency: string
  grossCents: number
  couponCode: string | null
  discountCents: number
  platformFeeCents: number
  processorFeeCents: number | null
  refundedCents: number
  placedAt: string
}

export const statusWords = {
  paid: { label: 'Paid', tone: 'good' },
  refunding: { label: 'Refund on its way', tone: 'warn' },
  'partly-refunded': { label: 'Partly refunded', tone: 'neutral' },
  refunded: { label: 'Refunded', tone: 'neutral' },
} as const satisfies Record<OrderView['status'], { label: string; tone: string }>

/** Whose the parts of an order are, in the order in which they are drawn. */
export const shareLabels = ['School', 'Platform', 'Stripe'] as const

/** Who gets which part of an order. The payment provider is paid by the platform, out of its fee. */
export function sharesOf(order: Pick<OrderView, 'grossCents' | 'platformFeeCents' | 'processorFeeCents' | 'currency'>, locale: string): Share[] {
  const processor = order.processorFeeCents ?? 0
  const share = (label: string, amount: number): Share => ({ label, amount, text: formatMoney(amount, order.currency, locale) })
  return [
    share(shareLabels[0], order.grossCents - order.platformFeeCents),
    share(shareLabels[1], order.platformFeeCents - processor),
    ...(order.processorFeeCents === null ? [] : [share(shareLabels[2], processor)]),
  ]
}

/** What a refund of the whole order does, each with its figure. */
export function refundConsequences(order: OrderView, refundableCents: number, locale: string): string[] {
  const money = (cents: number) => formatMoney(cents, order.currency, locale)
  const name = order.buyerName || order.buyerEmail
  const isWhole = refundableCents === order.grossCents
  return [
    `${name} gets ${money(refundableCents)} back and loses access to ${order.title}. Notes and progress are kept.`,
    isWhole
      ? `${money(order.grossCents - order.platformFeeCents)} comes back from your payout account, and ${money(order.platformFeeCents)} from the platform’s fee.`
      : 'What is left comes back from your payout account and from the platform’s fee.',
    ...(order.processorFeeCents ? [`Stripe keeps ${money(order.processorFeeCents)} for the payment; the platform bears that, not you.`] : []),
    'It cannot be undone. Banks take five to ten days to show it.',
  ]
}
