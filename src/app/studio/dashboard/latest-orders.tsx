import { Receipt } from 'lucide-react'
import { sumsInWords, type OnTheWayView } from '#modules/commerce/ui/on-the-way.tsx'
import { shareLabels, sharesOf, statusWords, type OrderView } from '#modules/commerce/ui/order-words.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Money } from '#ui/money.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { SplitBar, SplitKey } from '#ui/split-bar.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { studioWords } from '../../words/studio-words.ts'

type LatestOrdersProps = { orders: readonly OrderView[]; /** Money that has yet to arrive. */ onTheWay: OnTheWayView['sums']; base: string; locale: string }

/** The last few orders, each with where its money goes. */
export function LatestOrders({ orders, onTheWay, base, locale }: LatestOrdersProps) {
  const words = studioWords()
  const columns: Column<OrderView>[] = [
    {
      key: 'who',
      header: words.whoAndWhat,
      names: true,
      cell: (order) => (
        <a href={`${base}/studio/orders/${order.id}`} className="group block min-w-0">
          <span className="block truncate font-medium group-hover:text-brand-strong">{order.buyerName || order.buyerEmail}</span>
          <span className="block truncate text-ink-3">{order.title}</span>
        </a>
      ),
    },
    {
      key: 'split',
      header: words.whereItGoes,
      cell: (order) =>
        order.status === 'paid' && order.grossCents === 0 ? (
          <span className="text-ink-3">{words.nothingToShare}</span>
        ) : order.status === 'paid' ? (
          <SplitBar label={words.orderNumber(order.number)} shares={sharesOf(order, locale)} className="w-32" />
        ) : (
          <Chip tone={statusWords()[order.status].tone}>{statusWords()[order.status].label}</Chip>
        ),
    },
    {
      key: 'paid',
      header: words.paid,
      align: 'end',
      cell: (order) => <Money cents={order.status === 'refunded' ? -order.refundedCents : order.grossCents} currency={order.currency} locale={locale} className={order.status === 'refunded' ? 'text-ink-3' : undefined} />,
    },
  ]
  return (
    <section aria-labelledby="latest-orders">
      <SectionHeader
        title={<span id="latest-orders">{words.latestOrders}</span>}
        actions={
          orders.length > 0 ? (
            <a href={`${base}/studio/orders`} className="touch hover:text-ink">
              {words.allOrders}
            </a>
          ) : null
        }
      />
      {onTheWay.length > 0 ? (
        <p className="mb-3 text-sm text-ink-2">
          <a href={`${base}/studio/orders`} className="link touch">
            {words.onItsWay(sumsInWords(onTheWay, locale))}
          </a>{' '}{words.byDebit}
        </p>
      ) : null}
      {orders.some(({ status }) => status === 'paid') ? <SplitKey labels={shareLabels()} className="mb-3" /> : null}
      <Table
        caption={words.latestOrders}
        columns={columns}
        rows={orders}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Receipt} title={words.noOrders}>
            {words.firstAppears}
          </EmptyState>
        }
      />
    </section>
  )
}
