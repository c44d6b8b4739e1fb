import { ButtonLink } from './button.tsx'
import { partWords } from './words/part-words.ts'

/** The way to a mail that was written and does not go out, because the installation has no mail server. */
export function MailsStayHere({ href }: { href: string }) {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-ink-2">{partWords().mailsStayHere}</p>
      <ButtonLink variant="main" href={href}>
        {partWords().openMailbox}
      </ButtonLink>
    </div>
  )
}
