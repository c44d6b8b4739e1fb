import type { OpenInvitation } from '#modules/tenancy/index.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { useRoleWords } from './role-words.ts'

type Shown = Omit<OpenInvitation, 'sentAt' | 'expiresAt'> & { sentAt: string; isOver: boolean }

/** Invitations without an answer, with what can be done about each. */
export function OpenInvitations({ invitations }: { invitations: readonly Shown[] }) {
  const roleWords = useRoleWords()
  return (
    <Rows label="Open invitations">
      {invitations.map((invitation) => (
        <Row
          key={invitation.id}
          className="max-sm:flex-wrap max-sm:[&>*]:basis-full"
          title={<span className="wrap-anywhere">{invitation.email}</span>}
          text={
            <>
              {roleWords[invitation.role].label} · sent <When iso={invitation.sentAt} zone="UTC" locale="en-GB" show="day" />
            </>
          }
          end={
            <>
              {invitation.isOver ? <Chip tone="warn">Too old</Chip> : null}
              <AnswerForm id={invitation.id} email={invitation.email} intent="resend" label="Send again" />
              <AnswerForm id={invitation.id} email={invitation.email} intent="revoke" label="Take back" />
            </>
          }
        />
      ))}
    </Rows>
  )
}

function AnswerForm({ id, email, intent, label }: { id: string; email: string; intent: 'resend' | 'revoke'; label: string }) {
  return (
    <form method="post">
      <input type="hidden" name="invitation" value={id} />
      <Button type="submit" size="sm" variant={intent === 'resend' ? 'plain' : 'quiet'} name="intent" value={intent} aria-label={`${label}: ${email}`}>
        {label}
      </Button>
    </form>
  )
}
