import { Send } from 'lucide-react'
import { deliveryWords, tryWords } from '#modules/webhooks/ui/webhook-words.ts'
import { webhookPageWords } from '#modules/webhooks/ui/words/webhook-page-words.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { When } from '#ui/when.tsx'
import type { DeliveryView, EndpointView } from './webhook-views.ts'

type DeliveryLogProps = {
  endpoint: EndpointView
  deliveries: readonly DeliveryView[]
  status: string | null
  older: string | null
  isFirst: boolean
  here: string
  locale: string
  zone: string
}

/** What an endpoint was told, newest first, and what came of it. */
export function DeliveryLog({ endpoint, deliveries, status, older, isFirst, here, locale, zone }: DeliveryLogProps) {
  const words = webhookPageWords()
  const tabs = (['pending', 'delivered', 'failed', 'held'] as const).filter((one) => endpoint[one] > 0 || one === status)
  const all = endpoint.pending + endpoint.delivered + endpoint.failed + endpoint.held
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...(status ? { status } : {}), ...change })}`
  return (
    <section className="mt-10" aria-label={words.log}>
      <SectionHeader title={words.log} actions={<span className="text-ink-3">{words.keptFor30}</span>} />
      <Tabs
        label={words.howMessagesStand}
        tabs={[
          { href: here, label: words.all, count: all, current: status === null },
          ...tabs.map((one) => ({ href: `${here}?status=${one}`, label: deliveryWords()[one]?.label ?? one, count: endpoint[one], current: one === status })),
        ]}
      />
      <div className="mt-4">
        <Table
          caption={words.messagesNewest}
          columns={columnsOf({ here, locale, zone })}
          rows={deliveries}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={Send} title={all === 0 ? words.nothingSent : words.noneLikeThis}>
              {all === 0 ? words.logEmpty : words.othersUnderAll}
            </EmptyState>
          }
        />
        <Pagination label={words.log} newer={words.fromStart} older={words.next50} newerHref={isFirst ? null : address({})} olderHref={older ? address({ before: older }) : null} />
      </div>
    </section>
  )
}

function columnsOf({ here, locale, zone }: { here: string; locale: string; zone: string }): Column<DeliveryView>[] {
  const words = webhookPageWords()
  return [
    {
      key: 'what',
      header: words.message,
      names: true,
      cell: ({ id, type }) => (
        <a href={`${here}/${id}`} className="touch link font-medium">
          {type}
        </a>
      ),
    },
    { key: 'when', header: words.sent, cell: ({ createdAt }) => <When iso={createdAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> },
    { key: 'last', header: words.lastTry, cell: ({ lastOutcome, lastStatus }) => <span className="text-ink-2">{tryWords({ outcome: lastOutcome, status: lastStatus })}</span> },
    { key: 'tries', header: words.tries, align: 'end', cell: ({ tries }) => tries },
    { key: 'next', header: words.nextTry, cell: ({ nextAttemptAt }) => (nextAttemptAt ? <When iso={nextAttemptAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> : <span className="text-ink-3">–</span>) },
    { key: 'state', header: words.stands, align: 'end', cell: ({ status }) => <DeliveryChip status={status} /> },
  ]
}

/** How a delivery stands, in a word. */
export function DeliveryChip({ status }: { status: string }) {
  const { label, tone } = deliveryWords()[status] ?? { label: status, tone: 'neutral' as const }
  return <Chip tone={tone}>{label}</Chip>
}
