import { Instant } from './instant.tsx'
import { counted, duration } from './words.ts'

type StoryProps = {
  event: { provider: string; occurredAt: string; createdAt: string; processedAt: string | null; nextAttemptAt: string | null; status: string; attempts: number; handledBy: string | null }
  lastAttemptAt: string | null
}

/** The story of an event in its times, the first thing first. */
export function EventStory({ event, lastAttemptAt }: StoryProps) {
  const created = new Date(event.createdAt).getTime()
  const after = (iso: string) => duration(new Date(iso).getTime() - created)
  const lag = created - new Date(event.occurredAt).getTime()
  const steps = [
    { key: 'occurred', iso: event.occurredAt, what: `It happened at ${event.provider}`, note: null },
    { key: 'stored', iso: event.createdAt, what: 'It came and was stored', note: lag > 0 ? `${duration(lag)} later` : null },
    ...(lastAttemptAt && event.status !== 'completed' ? [{ key: 'tried', iso: lastAttemptAt, what: event.attempts === 0 ? 'It was tried last' : `Last of ${counted(event.attempts, 'try', 'tries')}`, note: `${after(lastAttemptAt)} after it came` }] : []),
    ...(event.processedAt ? [{ key: 'done', iso: event.processedAt, what: `Took effect, by the ${event.handledBy === 'fast' ? 'fast path' : 'queue'}`, note: `${after(event.processedAt)} after it came` }] : []),
    ...(event.status === 'pending' && event.nextAttemptAt ? [{ key: 'next', iso: event.nextAttemptAt, what: 'Next try', note: null }] : []),
  ]
  return (
    <ol className="grid divide-y border-y text-[0.9375rem]">
      {steps.map(({ key, iso, what, note }) => (
        <li key={key} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 py-2.5">
          <span>
            {what}
            {note ? <span className="block text-sm text-ink-3">{note}</span> : null}
          </span>
          <Instant iso={iso} className="whitespace-nowrap tabular-nums text-ink-2 max-sm:text-sm" />
        </li>
      ))}
    </ol>
  )
}
