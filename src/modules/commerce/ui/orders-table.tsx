import { Chip } from '#ui/chip.tsx'
import { Money } from '#ui/money.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SplitBar } from '#ui/split-bar.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import { sharesOf, statusWords, type OrderView } from './order-words.ts'
import { moneyWords } from './words/money-words.ts'

type OrdersTableProps = { orders: readonly OrderView[]; /** Where an order's page is. */ href: (id: string) => string; locale: string; zone: string }

/** Orders under each other: who and what, where the money goes, what was paid. On a phone a row is two lines and a bar. */
export function OrdersTable(props: OrdersTableProps) {
  return (
    <>
      <div className="max-sm:hidden">
        <WideTable {...props} />
      </div>
      <div className="sm:hidden">
        <PhoneRows {...props} />
      </div>
    </>
  )
}

function PhoneRows({ orders, href, locale, zone }: OrdersTableProps) {
  return (
    <Rows label={moneyWords().ordersNewest}>
      {orders.map((order) => (
        <Row
          key={order.id}
          href={href(order.id)}
          title={<span className="wrap-anywhere">{order.buyerName || order.buyerEmail}</span>}
          text={
            <>
              <span className="block">{order.title}</span>
              <When iso={order.placedAt} zone={zone} locale={locale} />
            </>
          }
          end={
            <span className="grid justify-items-end gap-2">
              <PaidFigure order={order} locale={locale} />
              <Goes order={order} locale={locale} />
            </span>
          }
        />
      ))}
    </Rows>
  )
}

function WideTable({ orders, href, locale, zone }: OrdersTableProps) {
  const words = moneyWords()
  const columns: Column<OrderView>[] = [
    {
      key: 'who',
      header: words.whoAndWhat,
      names: true,
      cell: (order) => (
        <a href={href(order.id)} className="group block min-w-0">
          <span className="block truncate font-medium group-hover:text-brand-strong">{order.buyerName || order.buyerEmail}</span>
          <span className="block truncate text-sm text-ink-3">{order.title}</span>
        </a>
      ),
    },
    { key: 'number', header: words.order, cell: (order) => <span className="tabular-nums text-ink-2">{order.number}</span> },
    { key: 'split', header: words.whereItGoes, cell: (order) => <Goes order={order} locale={locale} /> },
    { key: 'when', header: words.when, cell: (order) => <When iso={order.placedAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> },
    { key: 'paid', header: words.paid, align: 'end', cell: (order) => <PaidFigure order={order} locale={locale} /> },
  ]
  return <Table caption={words.ordersNewest} columns={columns} rows={orders} rowKey={(order) => order.id} />
}

/** Once money went back, the word says more than the bar. */
function Goes({ order, locale }: { order: OrderView; locale: string }) {
  const words = moneyWords()
  if (order.status === 'paid' && order.grossCents === 0) return <span className="text-sm text-ink-3">{words.nothingToShare}</span>
  if (order.status === 'paid') return <SplitBar label={words.orderNumber(order.number)} shares={sharesOf(order, locale)} className="w-24 min-w-0 sm:w-full sm:max-w-40" />
  return <Chip tone={statusWords()[order.status].tone}>{statusWords()[order.status].label}</Chip>
}

function PaidFigure({ order, locale }: { order: OrderView; locale: string }) {
  return (
    <span className="inline-grid justify-items-end">
      <Money cents={order.grossCents} currency={order.currency} locale={locale} className={order.status === 'refunded' ? 'text-ink-3 line-through' : ''} />
      {order.couponCode ? <span className="text-[0.8125rem] text-ink-3">{order.couponCode}</span> : null}
      {order.refundedCents > 0 ? <Money cents={-order.refundedCents} currency={order.currency} locale={locale} className="text-[0.8125rem] text-ink-3" /> : null}
    </span>
  )
}
