import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'

/** How an asking ended, as the address of the page carries it. */
export type AskOutcome = 'brought' | 'unknown' | 'no-answer' | null

type AskClerkProps = {
  /** Who was looked for: an address, or what Clerk calls them. */
  looked: string
  /** Somebody is known here by it, but deleted. */
  isGone: boolean
  outcome: AskOutcome
  className?: string
}

const hints: Partial<Record<NonNullable<AskOutcome>, string>> = {
  unknown: 'Clerk has nobody of this id or address. Look for a slip in it, or for another address of theirs.',
  'no-answer': 'It was asked several times. Ask again in a moment; if it stays so, look at Clerk’s status page and at CLERK_SECRET_KEY.',
}

function titleOf(outcome: AskOutcome, isGone: boolean, looked: string): string {
  if (outcome === 'unknown') return 'Clerk does not know this person either'
  if (outcome === 'no-answer') return 'Clerk does not answer right now'
  return isGone ? 'Are they still at Clerk?' : `Nobody here is known as ${looked}`
}

/** The way to a person whom no event has brought: one press asks Clerk for them and brings them here. */
export function AskClerk({ looked, isGone, outcome, className }: AskClerkProps) {
  return (
    <Notice
      tone={outcome === 'unknown' || outcome === 'no-answer' ? 'warn' : 'neutral'}
      title={titleOf(outcome, isGone, looked)}
      className={className}
      action={
        <form method="post" action={`/operator/inbox?${new URLSearchParams({ text: looked })}`}>
          <input type="hidden" name="text" value={looked} />
          <Button type="submit" name="intent" value="ask">{outcome === 'unknown' || outcome === 'no-answer' ? 'Ask again' : 'Ask Clerk for this person'}</Button>
        </form>
      }
    >
      {(outcome && hints[outcome]) ??
        'If an event about them stands below, open it and try it again. If none does, it was lost: Clerk is asked by this id or address, and whoever it knows is brought here, with the schools they belong to.'}
    </Notice>
  )
}
