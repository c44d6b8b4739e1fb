import type { Share } from '#ui/split-bar.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { moneyWords } from './words/money-words.ts'

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

export const statusWords = () => ({
  paid: { label: moneyWords().paid, tone: 'good' },
  refunding: { label: moneyWords().refunding, tone: 'warn' },
  'partly-refunded': { label: moneyWords().partlyRefunded, tone: 'neutral' },
  refunded: { label: moneyWords().refunded, tone: 'neutral' },
} as const satisfies Record<OrderView['status'], { label: string; tone: string }>)

/** Whose the parts of an order are, in the order in which they are drawn. */
export const shareLabels = (): [string, string, string] => [moneyWords().school, moneyWords().platform, 'Stripe']

/** Who gets which part of an order. The payment provider is paid by the platform, out of its fee. */
export function sharesOf(order: Pick<OrderView, 'grossCents' | 'platformFeeCents' | 'processorFeeCents' | 'currency'>, locale: string): Share[] {
  const [school, platform, stripe] = shareLabels()
  const processor = order.processorFeeCents ?? 0
  const share = (label: string, amount: number): Share => ({ label, amount, text: formatMoney(amount, order.currency, locale) })
  return [
    share(school, order.grossCents - order.platformFeeCents),
    share(platform, order.platformFeeCents - processor),
    ...(order.processorFeeCents === null ? [] : [share(stripe, processor)]),
  ]
}

/** What a refund of the whole order does, each with its figure. */
export function refundConsequences(order: OrderView, refundableCents: number, locale: string): string[] {
  const words = moneyWords()
  const money = (cents: number) => formatMoney(cents, order.currency, locale)
  const name = order.buyerName || order.buyerEmail
  const isWhole = refundableCents === order.grossCents
  return [
    words.losesAccess(name, money(refundableCents), order.title),
    isWhole
      ? words.comesFrom(money(order.grossCents - order.platformFeeCents), money(order.platformFeeCents))
      : words.restComesFrom,
    ...(order.processorFeeCents ? [words.stripeKeepsFee(money(order.processorFeeCents))] : []),
    words.cannotUndo,
  ]
}
