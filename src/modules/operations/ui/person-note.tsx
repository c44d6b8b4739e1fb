import { Notice } from '#ui/notice.tsx'
import { Instant } from './instant.tsx'
import { doorWord } from './state-words.ts'
import { inboxWords } from './words/inbox-words.ts'

export interface PersonView {
  userId: string
  door: string | null
  createdAt: string
  isGone: boolean
}

/** Whether the person who was looked for is here, and how they came; not who they are. */
export function PersonNote({ person, looked, className }: { person: PersonView | null; looked: string; className?: string }) {
  const words = inboxWords()
  if (!person) {
    return (
      <Notice title={words.nobodyKnown(looked)} className={className}>
        {words.neverArrived}
      </Notice>
    )
  }
  return (
    <Notice tone={person.isGone ? 'warn' : 'good'} title={person.isGone ? words.wasHere : words.isHere} className={className}>
      {words.firstWrittenBy(doorWord(person.door))} <Instant iso={person.createdAt} /> UTC. {words.user} <span className="wrap-anywhere font-mono text-[0.8125rem]">{person.userId}</span>
    </Notice>
  )
}
