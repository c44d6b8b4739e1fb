import { Money } from '#ui/money.tsx'
import { formatMoney } from '#ui/currency-format.ts'
import { discounted, type Discount } from '../coupons/discount.ts'
import type { SellableView } from './coupon-view.ts'
import { couponListWords } from './words/coupon-list-words.ts'

type EffectProps = { discount: Discount; sellable: readonly SellableView[]; locale: string; /** How many lines at most. */ max?: number }

/** What a coupon makes of today's prices, one line for each thing. */
export function CouponEffect({ discount, sellable, locale, max = 5 }: EffectProps) {
  const words = couponListWords()
  const priced = sellable.filter((one) => one.priceCents !== null)
  const more = priced.length - max
  if (priced.length === 0) return <p className="text-sm text-ink-2">{words.nothingOnSale}</p>

  return (
    <ul className="divide-y border-y text-[0.9375rem]">
      {priced.slice(0, max).map((one) => (
        <li key={one.subjectId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5">
          <span className="min-w-0 wrap-anywhere">{one.title}</span>
          <Effect discount={discount} one={one} locale={locale} />
        </li>
      ))}
      {more > 0 ? <li className="py-2.5 text-sm text-ink-3">{more === 1 ? words.andOneMore : words.andMore(more)}</li> : null}
    </ul>
  )
}

function Effect({ discount, one, locale }: { discount: Discount; one: SellableView; locale: string }) {
  const words = couponListWords()
  const price = one.priceCents ?? 0
  if (discount.kind === 'fixed' && discount.currency !== one.currency.toLowerCase()) return <span className="text-sm text-ink-3">{words.otherCurrency(one.currency)}</span>

  const found = discounted(price, discount, one.leastCents)
  if (!found) return <span className="text-sm text-ink-3">{words.takesNothing}</span>
  return (
    <span className="grid justify-items-end">
      <span>
        <Money cents={price} currency={one.currency} locale={locale} short className="text-ink-3" />
        <span className="text-ink-3"> {words.becomes} </span>
        {found.amountCents > 0 ? <Money cents={found.amountCents} currency={one.currency} locale={locale} short className="font-semibold" /> : <strong className="font-semibold">{words.free}</strong>}
      </span>
      {found.isCut ? <span className="text-[0.8125rem] text-ink-3">{words.cannotBeCharged(formatMoney(one.leastCents, one.currency, locale))}</span> : null}
    </span>
  )
}
