import { Money } from '#ui/money.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import { lineWords } from './balance-words.ts'
import { moneyWords } from './words/money-words.ts'

export type LineView = { id: string; postedAt: string; kind: keyof ReturnType<typeof lineWords>; description: string; orderNumber: number; orderHref: string; amountCents: number; balanceAfterCents: number }

/** The entries of one account, newest first, each with the balance after it. */
export function BalanceLines({ lines, currency, locale, zone }: { lines: readonly LineView[]; currency: string; locale: string; zone: string }) {
  const words = moneyWords()
  const columns: Column<LineView>[] = [
    {
      key: 'what',
      header: words.what,
      names: true,
      cell: (line) => (
        <>
          <span className="block font-medium">{lineWords()[line.kind]}</span>
          <span className="block text-sm text-ink-3 wrap-anywhere">{line.description}</span>
        </>
      ),
    },
    {
      key: 'order',
      header: words.order,
      cell: (line) => (
        <a href={line.orderHref} className="touch tabular-nums underline underline-offset-2">
          {line.orderNumber}
        </a>
      ),
    },
    { key: 'when', header: words.when, cell: (line) => <When iso={line.postedAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> },
    { key: 'amount', header: words.amount, align: 'end', cell: (line) => <Money cents={line.amountCents} currency={currency} locale={locale} className="font-medium" /> },
    { key: 'after', header: words.balanceAfter, align: 'end', cell: (line) => <Money cents={line.balanceAfterCents} currency={currency} locale={locale} className="text-ink-2" /> },
  ]
  return <Table caption={words.entriesNewest} columns={columns} rows={lines} rowKey={(line) => line.id} />
}
