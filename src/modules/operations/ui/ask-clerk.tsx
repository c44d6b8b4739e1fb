import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { inboxWords } from './words/inbox-words.ts'

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

function said(outcome: AskOutcome, isGone: boolean, looked: string): { title: string; text: string } {
  const words = inboxWords()
  if (outcome === 'unknown') return { title: words.clerkUnknown, text: words.clerkUnknownHint }
  if (outcome === 'no-answer') return { title: words.clerkSilent, text: words.clerkSilentHint }
  return { title: isGone ? words.stillAtClerk : words.nobodyKnown(looked), text: words.askClerkText }
}

/** The way to a person whom no event has brought: one press asks Clerk for them and brings them here. */
export function AskClerk({ looked, isGone, outcome, className }: AskClerkProps) {
  const words = inboxWords()
  const isOver = outcome === 'unknown' || outcome === 'no-answer'
  const { title, text } = said(outcome, isGone, looked)
  return (
    <Notice
      tone={isOver ? 'warn' : 'neutral'}
      title={title}
      className={className}
      action={
        <form method="post" action={`/operator/inbox?${new URLSearchParams({ text: looked })}`}>
          <input type="hidden" name="text" value={looked} />
          <Button type="submit" name="intent" value="ask">{isOver ? words.askAgain : words.askClerk}</Button>
        </form>
      }
    >
      {text}
    </Notice>
  )
}
