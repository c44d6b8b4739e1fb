import { ButtonLink } from './button.tsx'

/** The way to a mail that was written and does not go out, because the installation has no mail server. */
export function MailsStayHere({ href }: { href: string }) {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-ink-2">This installation sends no mail. What it writes stands in its mailbox.</p>
      <ButtonLink variant="main" href={href}>
        Open the mailbox
      </ButtonLink>
    </div>
  )
}
