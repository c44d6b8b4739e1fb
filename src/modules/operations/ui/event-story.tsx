import { duration } from './figures.ts'
import { Instant } from './instant.tsx'
import { inboxWords } from './words/inbox-words.ts'

type StoryProps = {
  event: { provider: string; occurredAt: string; createdAt: string; processedAt: string | null; nextAttemptAt: string | null; status: string; attempts: number; handledBy: string | null }
  lastAttemptAt: string | null
}

/** The story of an event in its times, the first thing first. */
export function EventStory({ event, lastAttemptAt }: StoryProps) {
  const words = inboxWords()
  const created = new Date(event.createdAt).getTime()
  const after = (iso: string) => duration(new Date(iso).getTime() - created)
  const lag = created - new Date(event.occurredAt).getTime()
  const steps = [
    { key: 'occurred', iso: event.occurredAt, what: words.happenedAt(event.provider), note: null },
    { key: 'stored', iso: event.createdAt, what: words.stored, note: lag > 0 ? words.later(duration(lag)) : null },
    ...(lastAttemptAt && event.status !== 'completed' ? [{ key: 'tried', iso: lastAttemptAt, what: event.attempts === 0 ? words.triedLast : words.lastOf(event.attempts), note: words.afterItCame(after(lastAttemptAt)) }] : []),
    ...(event.processedAt ? [{ key: 'done', iso: event.processedAt, what: event.handledBy === 'fast' ? words.tookEffectFast : words.tookEffectQueue, note: words.afterItCame(after(event.processedAt)) }] : []),
    ...(event.status === 'pending' && event.nextAttemptAt ? [{ key: 'next', iso: event.nextAttemptAt, what: words.nextTryTitle, note: null }] : []),
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
