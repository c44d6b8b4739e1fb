import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** How an asking ended, as the address of the page carries it. */
export type AskOutcome = 'brought' | 'unknown' | null

type AskClerkProps = {
  /** Who was looked for: an address, or what Clerk calls them. */
  looked: string
  /** Somebody is known here by it, but deleted. */
  isGone: boolean
  outcome: AskOutcome
  className?: string
}

/** The way to a person whom no event has brought: one press asks Clerk for them and brings them here. */
export function AskClerk({ looked, isGone, outcome, className }: AskClerkProps) {
  return (
    <Notice
      tone={outcome === 'unknown' ? 'warn' : 'neutral'}
      title={outcome === 'unknown' ? 'Clerk does not know this person either' : isGone ? 'Are they still at Clerk?' : `Nobody here is known as ${looked}`}
      className={className}
      action={
        <form method="post" action="/operator/reconcile/person">
          <input type="hidden" name="text" value={looked} />
          <Button type="submit">{outcome === 'unknown' ? 'Ask again' : 'Ask Clerk for this person'}</Button>
        </form>
      }
    >
      {outcome === 'unknown'
        ? 'Clerk has nobody of this id or address. Look for a slip in it, or for another address of theirs.'
        : 'If an event about them stands below, open it and try it again. If none does, it was lost: Clerk is asked by this id or address, and whoever it knows is brought here, with the schools they belong to.'}
    </Notice>
  )
}
