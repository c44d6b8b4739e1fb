import { duration } from './figures.ts'
import { Instant } from './instant.tsx'
import { StateChip } from './state-chip.tsx'
import { awaitedWord } from './state-words.ts'
import { inboxWords } from './words/inbox-words.ts'

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

/** From a tablet on, the parts of all rows stand under each other; a phone shows each in three lines. */
const columns = 'sm:grid sm:grid-cols-[1.25rem_minmax(0,1fr)_7rem_minmax(0,14rem)_9rem] sm:items-center sm:gap-x-4'

/** Events one under the other, to be chosen where something is left to do. Stands inside a form. */
export function EventList({ events }: { events: readonly EventView[] }) {
  const words = inboxWords()
  return (
    <div>
      <div aria-hidden="true" className={`hidden pb-2 text-[0.8125rem] font-medium text-ink-3 ${columns}`}>
        <span className="col-start-2">{words.event}</span>
        <span>{words.state}</span>
        <span>{words.howItStands}</span>
        <span className="text-right">{words.cameUtc}</span>
      </div>
      <ul aria-label={words.events} className="divide-y border-y">
        {events.map((event) => (
          <Line key={event.id} event={event} />
        ))}
      </ul>
    </div>
  )
}

function Line({ event }: { event: EventView }) {
  const words = inboxWords()
  const isOpen = event.status !== 'completed'
  return (
    <li className={`relative grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 py-3 text-sm hover:bg-sunken/60 ${columns}`}>
      <span className="row-span-2 self-center sm:row-span-1">{isOpen ? <Choice event={event} /> : null}</span>
      <span className="min-w-0">
        <a href={`/operator/inbox/${event.id}`} className="font-medium wrap-anywhere after:absolute after:inset-0 hover:text-brand-strong max-sm:text-[0.9375rem]">
          {event.type}
        </a>
        <span className="block truncate text-[0.8125rem] text-ink-3">
          {event.provider} · {event.eventId}
        </span>
      </span>
      <span className="justify-self-end sm:justify-self-start">{isOpen ? <StateChip status={event.status} waitingOn={event.waitingOn} /> : <span className="text-ink-3">{words.completed}</span>}</span>
      <span className="col-start-2 min-w-0 tabular-nums text-ink-2 wrap-anywhere sm:col-start-auto">
        <Standing event={event} />
        {event.attempts > 1 ? <span className="text-ink-3"> · {words.tries(event.attempts)}</span> : null}
        {event.deliveries > 1 ? <span className="text-ink-3"> · {words.cameTimes(event.deliveries)}</span> : null}
      </span>
      <Instant iso={event.createdAt} className="justify-self-end whitespace-nowrap text-right tabular-nums text-ink-3 max-sm:text-[0.8125rem] sm:text-ink-2" />
    </li>
  )
}

/** Lies above the line's own link, with room for a thumb. */
function Choice({ event }: { event: EventView }) {
  return (
    <label className="relative z-[1] -m-3 grid size-11 place-items-center">
      <input type="checkbox" name="id" value={event.id} className="size-5 rounded-sm accent-brand" />
      <span className="sr-only">{inboxWords().choose(`${event.type} ${event.eventId}`)}</span>
    </label>
  )
}

function Standing({ event }: { event: EventView }) {
  const words = inboxWords()
  if (event.status === 'completed') {
    const took = event.processedAt ? duration(new Date(event.processedAt).getTime() - new Date(event.createdAt).getTime()) : null
    return (
      <>
        {took ? `${took}, ` : ''}
        {event.handledBy === 'fast' ? words.fastPath : words.queue}
      </>
    )
  }
  if (event.waitingOn) return <WaitsFor name={event.waitingOn} />
  if (event.status === 'failed') return words.givenUp
  return event.nextAttemptAt ? (
    <>
      {words.nextTry} <Instant iso={event.nextAttemptAt} className="whitespace-nowrap" />
    </>
  ) : (
    words.notTried
  )
}

/** A phone has no room for the name that a provider gave to what is missing; the event's own page has. */
function WaitsFor({ name }: { name: string }) {
  const at = Math.max(0, name.lastIndexOf(' '))
  return (
    <span className="text-ink">
      {inboxWords().awaits(awaitedWord(name.slice(0, at)))}
      <span className="max-sm:sr-only">{name.slice(at)}</span>
    </span>
  )
}
