import { Chip } from '#ui/chip.tsx'
import { Money } from '#ui/money.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import { couponListWords } from './words/coupon-list-words.ts'

/** One use of a coupon as its page shows it. */
export interface CouponUseView {
  checkoutId: string
  status: 'open' | 'pending' | 'paid'
  who: string
  title: string
  currency: string
  discountCents: number
  amountCents: number
  /** ISO 8601. */
  begunAt: string
  orderHref: string | null
  orderNumber: number | null
}

/** Who used a coupon, newest first, and what they paid. */
export function CouponUses({ uses, locale, zone }: { uses: readonly CouponUseView[]; locale: string; zone: string }) {
  const words = couponListWords()
  const columns: Column<CouponUseView>[] = [
    {
      key: 'who',
      header: words.whoAndWhat,
      names: true,
      cell: (use) => (
        <span className="block min-w-0">
          <span className="block font-medium wrap-anywhere">{use.who}</span>
          <span className="block text-sm text-ink-3">{use.title}</span>
        </span>
      ),
    },
    { key: 'when', header: words.when, cell: (use) => <When iso={use.begunAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> },
    {
      key: 'state',
      header: words.order,
      cell: (use) =>
        use.orderHref ? (
          <a href={use.orderHref} className="link touch tabular-nums">
            {words.order} {use.orderNumber}
          </a>
        ) : (
          <Chip tone="neutral">{words.statuses[use.status]}</Chip>
        ),
    },
    { key: 'off', header: words.takenOff, align: 'end', cell: (use) => <Money cents={-use.discountCents} currency={use.currency} locale={locale} className="text-ink-2" /> },
    { key: 'paid', header: words.paid, align: 'end', cell: (use) => (use.status === 'paid' ? <Money cents={use.amountCents} currency={use.currency} locale={locale} className="font-medium" /> : <span className="text-ink-3">{words.notYet}</span>) },
  ]
  return <Table caption={words.usesNewest} columns={columns} rows={uses} rowKey={(use) => use.checkoutId} />
}
