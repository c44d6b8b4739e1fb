import type { Column } from '#ui/table.tsx'
import { Table } from '#ui/table.tsx'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'
import { duration } from './words.ts'

export interface EventView {
  id: string
  provider: string
  eventId: string
  type: string
  status: string
  attempts: number
  deliveries: number
  waitingOn: string | null
  handledBy: string | null
  createdAt: string
  nextAttemptAt: string | null
  processedAt: string | null
}

const columns: Column<EventView>[] = [
  {
    key: 'pick',
    header: <span className="sr-only">Choose</span>,
    bare: true,
    cell: (event) =>
      event.status === 'completed' ? null : (
        <label className="touch flex w-fit items-center gap-2.5 max-sm:min-h-11">
          <input type="checkbox" name="id" value={event.id} className="size-5 rounded-sm accent-brand" />
          <span className="text-sm text-ink-2 sm:sr-only">
            Choose <span className="sr-only">{event.eventId}</span>
          </span>
        </label>
      ),
  },
  {
    key: 'event',
    header: 'Event',
    names: true,
    cell: (event) => (
      <>
        <a href={`/operator/inbox/${event.id}`} className="touch font-medium wrap-anywhere hover:text-brand-strong hover:underline">
          {event.type}
        </a>
        <span className="block text-[0.8125rem] text-ink-3 wrap-anywhere">
          {event.provider} · {event.eventId}
        </span>
      </>
    ),
  },
  { key: 'state', header: 'State', cell: (event) => <StateChip status={event.status} waitingOn={event.waitingOn} /> },
  { key: 'now', header: 'How it stands', cell: (event) => <Standing event={event} /> },
  {
    key: 'tries',
    header: 'Tries',
    align: 'end',
    cell: (event) => (
      <>
        {event.attempts}
        {event.deliveries > 1 ? <span className="text-ink-3"> · came {event.deliveries}×</span> : null}
      </>
    ),
  },
  { key: 'at', header: 'Came, UTC', align: 'end', cell: (event) => <Instant iso={event.createdAt} className="whitespace-nowrap" /> },
]

/** Events that can be compared, and chosen where something is left to do. Stands inside a form. */
export function EventTable({ events }: { events: readonly EventView[] }) {
  return <Table caption="Events" columns={columns} rows={events} rowKey={(event) => event.id} />
}

function Standing({ event }: { event: EventView }) {
  if (event.status === 'completed') {
    const took = event.processedAt ? duration(new Date(event.processedAt).getTime() - new Date(event.createdAt).getTime()) : null
    return (
      <span className="text-ink-2">
        {took ? `${took}, ` : ''}
        {event.handledBy === 'fast' ? 'fast path' : 'queue'}
      </span>
    )
  }
  if (event.waitingOn) return <span className="wrap-anywhere">for {event.waitingOn}</span>
  if (event.status === 'failed') return <span className="text-ink-2">given up</span>
  return event.nextAttemptAt ? (
    <span className="text-ink-2">
      next try <Instant iso={event.nextAttemptAt} />
    </span>
  ) : (
    <span className="text-ink-2">not tried yet</span>
  )
}
