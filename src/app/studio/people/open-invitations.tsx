import type { OpenInvitation } from '#modules/tenancy/index.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { peopleWords } from '../../words/people-words.ts'
import { useRoleWords } from './role-words.ts'

type Shown = Omit<OpenInvitation, 'sentAt' | 'expiresAt'> & { sentAt: string; isOver: boolean }

/** Invitations without an answer, with what can be done about each. */
export function OpenInvitations({ invitations }: { invitations: readonly Shown[] }) {
  const words = peopleWords()
  const roleWords = useRoleWords()
  return (
    <Rows label={words.openInvitations}>
      {invitations.map((invitation) => (
        <Row
          key={invitation.id}
          className="max-sm:flex-wrap max-sm:[&>*]:basis-full"
          title={<span className="wrap-anywhere">{invitation.email}</span>}
          text={
            <>
              {words.sentOn(roleWords[invitation.role].label)} <When iso={invitation.sentAt} zone="UTC" locale={currentLocale()} show="day" />
            </>
          }
          end={
            <>
              {invitation.isOver ? <Chip tone="warn">{words.tooOld}</Chip> : null}
              <AnswerForm id={invitation.id} email={invitation.email} intent="resend" label={words.sendAgain} />
              <AnswerForm id={invitation.id} email={invitation.email} intent="revoke" label={words.takeBack} />
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
