import { Avatar } from '#ui/avatar.tsx'
import { Money } from '#ui/money.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import { moneyWords } from './words/money-words.ts'

/** A customer as the table shows them. */
export type CustomerView = {
  userId: string
  /** Empty when nobody ever said it. */
  name: string
  email: string
  purchases: number
  /** By ISO 4217 in capital letters. */
  paid: { currency: string; cents: number }[]
  /** ISO 8601. */
  lastAt: string
  lastTitle: string
  lastHref: string
}

type CustomersTableProps = { customers: readonly CustomerView[]; locale: string; zone: string }

/** Who bought, how often and for how much in all, and what last. On a phone a row is two lines and a figure. */
export function CustomersTable(props: CustomersTableProps) {
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

function PhoneRows({ customers, locale, zone }: CustomersTableProps) {
  return (
    <Rows label={moneyWords().customers}>
      {customers.map((customer) => (
        <Row
          key={customer.userId}
          href={customer.lastHref}
          title={<span className="wrap-anywhere">{customer.name || customer.email}</span>}
          text={
            <>
              {customer.name ? <span className="block wrap-anywhere">{customer.email}</span> : null}
              <span className="block">{customer.lastTitle}</span>
              <When iso={customer.lastAt} zone={zone} locale={locale} show="day" />
            </>
          }
          end={
            <span className="grid justify-items-end gap-0.5">
              <Paid paid={customer.paid} locale={locale} />
              <span className="text-[0.8125rem] text-ink-3 tabular-nums">{times(customer.purchases)}</span>
            </span>
          }
        />
      ))}
    </Rows>
  )
}

function WideTable({ customers, locale, zone }: CustomersTableProps) {
  const words = moneyWords()
  const columns: Column<CustomerView>[] = [
    {
      key: 'who',
      header: words.customer,
      names: true,
      cell: ({ name, email }) => (
        <span className="flex min-w-0 items-center gap-3">
          <Avatar name={name || email} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{name || email}</span>
            {name ? <span className="block truncate text-sm font-normal text-ink-3">{email}</span> : null}
          </span>
        </span>
      ),
    },
    {
      key: 'last',
      header: words.lastPurchase,
      cell: ({ lastHref, lastTitle, lastAt }) => (
        <a href={lastHref} className="group block min-w-0">
          <span className="block truncate group-hover:text-brand-strong">{lastTitle}</span>
          <When iso={lastAt} zone={zone} locale={locale} show="day" className="block text-sm text-ink-3" />
        </a>
      ),
    },
    { key: 'purchases', header: words.purchases, align: 'end', cell: ({ purchases }) => <span className="tabular-nums text-ink-2">{purchases}</span> },
    { key: 'paid', header: words.paidInAll, align: 'end', cell: ({ paid }) => <Paid paid={paid} locale={locale} /> },
  ]
  return <Table caption={words.customersNewest} columns={columns} rows={customers} rowKey={({ userId }) => userId} />
}

/** One figure for each currency. */
function Paid({ paid, locale }: { paid: CustomerView['paid']; locale: string }) {
  return (
    <span className="grid justify-items-end font-medium">
      {paid.map(({ currency, cents }) => (
        <Money key={currency} cents={cents} currency={currency} locale={locale} />
      ))}
    </span>
  )
}

function times(purchases: number): string {
  return moneyWords().purchaseCount(purchases)
}
