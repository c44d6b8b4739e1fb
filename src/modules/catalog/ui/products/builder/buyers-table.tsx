import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'

/** A buyer as the product's page of buyers shows them. */
export type BuyerView = {
  purchaseId: string
  who: string
  email: string | null
  /** ISO 8601. */
  boughtAt: string | null
  isRefunded: boolean
  order: { href: string; number: number } | null
  licence: { key: string; isRevoked: boolean } | null
  downloadCount: number
  isUsedUp: boolean
}

type BuyersTableProps = { buyers: readonly BuyerView[]; hasLimit: boolean; mayChange: boolean; zone: string; locale: string }

/** Who bought a product, with their key, and what can be done about it. */
export function BuyersTable({ buyers, hasLimit, mayChange, zone, locale }: BuyersTableProps) {
  const columns: Column<BuyerView>[] = [
    {
      key: 'who',
      header: 'Buyer',
      names: true,
      cell: (buyer) => (
        <span className="block min-w-0">
          <span className="block font-medium wrap-anywhere">{buyer.who}</span>
          {buyer.email && buyer.email !== buyer.who ? <span className="block text-sm text-ink-3 wrap-anywhere">{buyer.email}</span> : null}
        </span>
      ),
    },
    { key: 'when', header: 'Bought', cell: (buyer) => <Bought buyer={buyer} zone={zone} locale={locale} /> },
    { key: 'key', header: 'Licence key', cell: (buyer) => <Licence buyer={buyer} /> },
    { key: 'downloads', header: 'Downloads', align: 'end', cell: (buyer) => (buyer.isUsedUp ? <span className="text-warn">{buyer.downloadCount}, used up</span> : buyer.downloadCount) },
  ]
  if (mayChange) columns.push({ key: 'deeds', header: <span className="sr-only">What can be done</span>, bare: true, cell: (buyer) => <Deeds buyer={buyer} hasLimit={hasLimit} /> })
  return (
    <Table
      caption="Buyers, the newest first"
      columns={columns}
      rows={buyers}
      rowKey={(buyer) => buyer.purchaseId}
      empty={<EmptyState title="Nobody has bought it yet">Buyers appear here with their licence keys and what they have fetched.</EmptyState>}
    />
  )
}

function Bought({ buyer, zone, locale }: { buyer: BuyerView; zone: string; locale: string }) {
  return (
    <span className="grid justify-items-start gap-0.5 max-sm:justify-items-end">
      {buyer.boughtAt ? <When iso={buyer.boughtAt} zone={zone} locale={locale} show="day" className="whitespace-nowrap" /> : null}
      {buyer.order ? <a href={buyer.order.href} className="link touch text-sm tabular-nums">Order {buyer.order.number}</a> : <span className="text-sm text-ink-3">For nothing</span>}
      {buyer.isRefunded ? <Chip>Refunded</Chip> : null}
    </span>
  )
}

function Licence({ buyer: { licence, isRefunded } }: { buyer: BuyerView }) {
  if (!licence) return <span className="text-ink-3">None</span>
  const isGood = !licence.isRevoked && !isRefunded
  return (
    <span className="grid justify-items-start gap-1 max-sm:justify-items-end">
      <code className={isGood ? 'text-[0.8125rem]' : 'text-[0.8125rem] text-ink-3 line-through'}>{licence.key}</code>
      {licence.isRevoked ? <Chip tone="warn">Revoked</Chip> : null}
    </span>
  )
}

function Deeds({ buyer, hasLimit }: { buyer: BuyerView; hasLimit: boolean }) {
  if (buyer.isRefunded) return null
  return (
    <form method="post" className="flex flex-wrap justify-end gap-1.5 max-sm:justify-start">
      <input type="hidden" name="id" value={buyer.purchaseId} />
      {hasLimit && buyer.downloadCount > 0 ? (
        <Button type="submit" size="sm" variant="quiet" name="intent" value="allow-more">
          Count anew
        </Button>
      ) : null}
      {buyer.licence ? (
        <Button type="submit" size="sm" variant="quiet" name="intent" value={buyer.licence.isRevoked ? 'give-back' : 'revoke'} aria-label={`${buyer.licence.isRevoked ? 'Give back' : 'Revoke'} the key of ${buyer.who}`}>
          {buyer.licence.isRevoked ? 'Give the key back' : 'Revoke the key'}
        </Button>
      ) : null}
    </form>
  )
}
