import { Notice } from '#ui/notice.tsx'
import { Instant } from './instant.tsx'
import { doorWord } from './words.ts'

export interface PersonView {
  userId: string
  door: string | null
  createdAt: string
  isGone: boolean
}

/** Whether the person who was looked for is here, and how they came; not who they are. */
export function PersonNote({ person, looked, className }: { person: PersonView | null; looked: string; className?: string }) {
  if (!person) {
    return (
      <Notice title={`Nobody here is known as ${looked}`} className={className}>
        If an event about them stands below, open it and try it again. If none does, it never arrived: send it again from the provider, or reconcile.
      </Notice>
    )
  }
  return (
    <Notice tone={person.isGone ? 'warn' : 'good'} title={person.isGone ? 'This person was here and is deleted' : 'This person is here'} className={className}>
      First written by {doorWord(person.door)}, <Instant iso={person.createdAt} /> UTC. User <span className="wrap-anywhere font-mono text-[0.8125rem]">{person.userId}</span>
    </Notice>
  )
}
