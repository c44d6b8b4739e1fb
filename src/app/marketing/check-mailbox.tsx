import { MailCheck } from 'lucide-react'
import { Icon } from '#ui/icon.tsx'
import { MailsStayHere } from '#ui/mails-stay-here.tsx'

const words = {
  link: 'If you have an account, or bought something under this address, a link to sign in is on its way. It works once, within 20 minutes.',
  confirm: 'Your account is waiting for you to confirm its address. We sent you the link again; it works within a day.',
  'sign-up': 'Open the link in the mail to finish. It works once, within a day.',
  reset: 'If this address has an account, a link to a new password is on its way. It works once, within an hour.',
}

type CheckMailboxProps = {
  sentTo: string
  what: keyof typeof words
  /** Where to begin again when the address was wrong. */
  backHref: string
  /** Set where mails do not go out. */
  mailboxHref: string | null
}

/** A mail is on its way: to which address, what is in it, and what to do when it does not come. */
export function CheckMailbox({ sentTo, what, backHref, mailboxHref }: CheckMailboxProps) {
  return (
    <div role="status" className="grid gap-4">
      <p className="flex min-w-0 items-center gap-3 rounded-md bg-sunken px-4 py-3.5 font-medium">
        <Icon of={MailCheck} size="lg" />
        <span className="min-w-0 wrap-anywhere">{sentTo}</span>
      </p>
      <p className="text-ink-2">{words[what]}</p>
      {mailboxHref ? <MailsStayHere href={mailboxHref} /> : null}
      <p className="text-sm text-ink-2">
        Nothing there after a few minutes? Look in the folder for unwanted mail, or{' '}
        <a href={backHref} className="link text-ink">
          try another address
        </a>
        .
      </p>
    </div>
  )
}
