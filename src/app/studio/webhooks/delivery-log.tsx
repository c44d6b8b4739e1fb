import { Send } from 'lucide-react'
import { deliveryWords, tryWords } from '#modules/webhooks/ui/webhook-words.ts'
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
  const tabs = (['pending', 'delivered', 'failed', 'held'] as const).filter((one) => endpoint[one] > 0 || one === status)
  const all = endpoint.pending + endpoint.delivered + endpoint.failed + endpoint.held
  const address = (change: Record<string, string>) => `${here}?${new URLSearchParams({ ...(status ? { status } : {}), ...change })}`
  return (
    <section className="mt-10" aria-label="Log">
      <SectionHeader title="Log" actions={<span className="text-ink-3">kept for 30 days</span>} />
      <Tabs
        label="How messages stand"
        tabs={[
          { href: here, label: 'All', count: all, current: status === null },
          ...tabs.map((one) => ({ href: `${here}?status=${one}`, label: deliveryWords[one]?.label ?? one, count: endpoint[one], current: one === status })),
        ]}
      />
      <div className="mt-4">
        <Table
          caption="Messages, newest first"
          columns={columnsOf({ here, locale, zone })}
          rows={deliveries}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={Send} title={all === 0 ? 'Nothing sent yet' : 'No message stands like this'}>
              {all === 0 ? 'What happens in the school stands here, with each answer of your program. A test tells whether it listens.' : 'The others are under All.'}
            </EmptyState>
          }
        />
        <Pagination label="Log" newer="From the start" older="Next 50" newerHref={isFirst ? null : address({})} olderHref={older ? address({ before: older }) : null} />
      </div>
    </section>
  )
}

function columnsOf({ here, locale, zone }: { here: string; locale: string; zone: string }): Column<DeliveryView>[] {
  return [
    {
      key: 'what',
      header: 'Message',
      names: true,
      cell: ({ id, type }) => (
        <a href={`${here}/${id}`} className="touch link font-medium">
          {type}
        </a>
      ),
    },
    { key: 'when', header: 'Sent', cell: ({ createdAt }) => <When iso={createdAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> },
    { key: 'last', header: 'Last try', cell: ({ lastOutcome, lastStatus }) => <span className="text-ink-2">{tryWords({ outcome: lastOutcome, status: lastStatus })}</span> },
    { key: 'tries', header: 'Tries', align: 'end', cell: ({ tries }) => tries },
    { key: 'next', header: 'Next try', cell: ({ nextAttemptAt }) => (nextAttemptAt ? <When iso={nextAttemptAt} zone={zone} locale={locale} className="whitespace-nowrap text-ink-2" /> : <span className="text-ink-3">–</span>) },
    { key: 'state', header: 'Stands', align: 'end', cell: ({ status }) => <DeliveryChip status={status} /> },
  ]
}

/** How a delivery stands, in a word. */
export function DeliveryChip({ status }: { status: string }) {
  const { label, tone } = deliveryWords[status] ?? { label: status, tone: 'neutral' as const }
  return <Chip tone={tone}>{label}</Chip>
}
