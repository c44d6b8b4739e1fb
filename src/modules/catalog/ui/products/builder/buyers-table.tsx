import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { When } from '#ui/when.tsx'
import { productBuilderWords } from '../../words/product-builder-words.ts'

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
  const words = productBuilderWords()
  const columns: Column<BuyerView>[] = [
    {
      key: 'who',
      header: words.buyer,
      names: true,
      cell: (buyer) => (
        <span className="block min-w-0">
          <span className="block font-medium wrap-anywhere">{buyer.who}</span>
          {buyer.email && buyer.email !== buyer.who ? <span className="block text-sm text-ink-3 wrap-anywhere">{buyer.email}</span> : null}
        </span>
      ),
    },
    { key: 'when', header: words.bought, cell: (buyer) => <Bought buyer={buyer} zone={zone} locale={locale} /> },
    { key: 'key', header: words.licenceKey, cell: (buyer) => <Licence buyer={buyer} /> },
    { key: 'downloads', header: words.downloads, align: 'end', cell: (buyer) => (buyer.isUsedUp ? <span className="text-warn">{words.usedUp(buyer.downloadCount)}</span> : buyer.downloadCount) },
  ]
  if (mayChange) columns.push({ key: 'deeds', header: <span className="sr-only">{words.whatCanBeDone}</span>, bare: true, cell: (buyer) => <Deeds buyer={buyer} hasLimit={hasLimit} /> })
  return (
    <Table
      caption={words.buyersNewest}
      columns={columns}
      rows={buyers}
      rowKey={(buyer) => buyer.purchaseId}
      empty={<EmptyState title={words.nobodyBoughtYet}>{words.buyersEmpty}</EmptyState>}
    />
  )
}

function Bought({ buyer, zone, locale }: { buyer: BuyerView; zone: string; locale: string }) {
  const words = productBuilderWords()
  return (
    <span className="grid justify-items-start gap-0.5 max-sm:justify-items-end">
      {buyer.boughtAt ? <When iso={buyer.boughtAt} zone={zone} locale={locale} show="day" className="whitespace-nowrap" /> : null}
      {buyer.order ? <a href={buyer.order.href} className="link touch text-sm tabular-nums">{words.orderNumber(buyer.order.number)}</a> : <span className="text-sm text-ink-3">{words.forNothing}</span>}
      {buyer.isRefunded ? <Chip>{words.refunded}</Chip> : null}
    </span>
  )
}

function Licence({ buyer: { licence, isRefunded } }: { buyer: BuyerView }) {
  const words = productBuilderWords()
  if (!licence) return <span className="text-ink-3">{words.none}</span>
  const isGood = !licence.isRevoked && !isRefunded
  return (
    <span className="grid justify-items-start gap-1 max-sm:justify-items-end">
      <code className={isGood ? 'text-[0.8125rem]' : 'text-[0.8125rem] text-ink-3 line-through'}>{licence.key}</code>
      {licence.isRevoked ? <Chip tone="warn">{words.revoked}</Chip> : null}
    </span>
  )
}

function Deeds({ buyer, hasLimit }: { buyer: BuyerView; hasLimit: boolean }) {
  const words = productBuilderWords()
  if (buyer.isRefunded) return null
  return (
    <form method="post" className="flex flex-wrap justify-end gap-1.5 max-sm:justify-start">
      <input type="hidden" name="id" value={buyer.purchaseId} />
      {hasLimit && buyer.downloadCount > 0 ? (
        <Button type="submit" size="sm" variant="quiet" name="intent" value="allow-more">
          {words.countAnew}
        </Button>
      ) : null}
      {buyer.licence ? (
        <Button type="submit" size="sm" variant="quiet" name="intent" value={buyer.licence.isRevoked ? 'give-back' : 'revoke'} aria-label={words.keyOf(buyer.licence.isRevoked, buyer.who)}>
          {buyer.licence.isRevoked ? words.giveKeyBack : words.revokeKey}
        </Button>
      ) : null}
    </form>
  )
}
