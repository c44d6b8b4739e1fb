import { Money } from '#ui/money.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { partyWords } from './balance-words.ts'
import { moneyWords } from './words/money-words.ts'

export type BalanceView = { key: string; kind: keyof ReturnType<typeof partyWords>; name: string; meaning: string; currency: string; balanceCents: number; href: string }

/** What each party holds, each figure with the way to what makes it. */
export function BalanceTable({ balances, locale, caption }: { balances: readonly BalanceView[]; locale: string; caption: string }) {
  const words = moneyWords()
  const columns: Column<BalanceView>[] = [
    {
      key: 'party',
      header: words.who,
      names: true,
      cell: ({ name, meaning }) => (
        <>
          <span className="block font-medium wrap-anywhere">{name}</span>
          {meaning ? <span className="block max-w-[56ch] text-sm text-ink-3">{meaning}</span> : null}
        </>
      ),
    },
    { key: 'balance', header: words.balance, align: 'end', cell: (row) => <Money cents={row.balanceCents} currency={row.currency} locale={locale} className="text-base font-semibold" /> },
    {
      key: 'why',
      header: <span className="sr-only">{words.explanation}</span>,
      align: 'end',
      bare: true,
      cell: ({ href, name }) => (
        <a href={href} className="touch whitespace-nowrap text-sm text-ink-2 underline underline-offset-2 hover:text-ink">
          {words.whyNumber}<span className="sr-only"> {name}</span>
        </a>
      ),
    },
  ]
  return <Table caption={caption} columns={columns} rows={balances} rowKey={(row) => row.key} />
}
