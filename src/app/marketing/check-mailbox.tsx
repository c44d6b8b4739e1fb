import { MailCheck } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'
import { MailsStayHere } from '#ui/mails-stay-here.tsx'
import { accountWords } from '../words/account-words.ts'

type CheckMailboxProps = {
  sentTo: string
  what: keyof ReturnType<typeof accountWords>['sent']
  /** Where to begin again when the address was wrong. */
  backHref: string
  /** Set where mails do not go out. */
  mailboxHref: string | null
}

/** A mail is on its way: to which address, what is in it, and what to do when it does not come. */
export function CheckMailbox({ sentTo, what, backHref, mailboxHref }: CheckMailboxProps) {
  const words = accountWords()
  return (
    <div role="status" className="grid gap-4">
      <p className="flex min-w-0 items-center gap-3 rounded-md bg-sunken px-4 py-3.5 font-medium">
        <Icon of={MailCheck} size="lg" />
        <span className="min-w-0 wrap-anywhere">{sentTo}</span>
      </p>
      <p className="text-ink-2">{words.sent[what]}</p>
      {mailboxHref ? <MailsStayHere href={mailboxHref} /> : null}
      <p className="text-sm text-ink-2">
        {mailboxHref ? words.mistyped : words.nothingThere}{' '}
        <a href={backHref} className="link text-ink">
          {words.anotherAddress}
        </a>
        .
      </p>
    </div>
  )
}
