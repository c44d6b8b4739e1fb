import { Instant } from './instant.tsx'
import { duration } from './words.ts'

type StoryProps = {
  event: { occurredAt: string; createdAt: string; processedAt: string | null; nextAttemptAt: string | null; status: string; attempts: number; handledBy: string | null }
  lastAttemptAt: string | null
}

/** The story of an event in its times, the first thing first. */
export function EventStory({ event, lastAttemptAt }: StoryProps) {
  const created = new Date(event.createdAt).getTime()
  const after = (iso: string) => duration(new Date(iso).getTime() - created)
  const lag = created - new Date(event.occurredAt).getTime()
  const steps = [
    { key: 'occurred', iso: event.occurredAt, what: 'It happened, as the provider says', note: null },
    { key: 'stored', iso: event.createdAt, what: 'It came and was stored', note: lag > 0 ? `${duration(lag)} later` : null },
    ...(lastAttemptAt && event.status !== 'completed' ? [{ key: 'tried', iso: lastAttemptAt, what: `Last of ${event.attempts} tries`, note: `${after(lastAttemptAt)} after it came` }] : []),
    ...(event.processedAt ? [{ key: 'done', iso: event.processedAt, what: `Took effect, by the ${event.handledBy === 'fast' ? 'fast path' : 'queue'}`, note: `${after(event.processedAt)} after it came` }] : []),
    ...(event.status === 'pending' && event.nextAttemptAt ? [{ key: 'next', iso: event.nextAttemptAt, what: 'Next try', note: null }] : []),
  ]
  return (
    <ol className="grid divide-y border-y text-[0.9375rem]">
      {steps.map(({ key, iso, what, note }) => (
        <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2.5">
          <span>
            {what}
            {note ? <span className="block text-sm text-ink-3">{note}</span> : null}
          </span>
          <Instant iso={iso} className="tabular-nums text-ink-2" />
        </li>
      ))}
    </ol>
  )
}
