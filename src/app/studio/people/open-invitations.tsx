import type { OpenInvitation } from '#modules/tenancy/index.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { SectionHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { When } from '#ui/when.tsx'
import { roleWords } from './role-words.ts'

type Shown = Omit<OpenInvitation, 'sentAt' | 'expiresAt'> & { sentAt: string; isOver: boolean }

const states: Record<string, string> = {
  invited: 'The invitation is on its way',
  'sent-again': 'The invitation is on its way again; the earlier link no longer works',
  'taken-back': 'The invitation is taken back',
}

/** Who was invited and has not answered, with what can be done about it. */
export function OpenInvitations({ invitations, state }: { invitations: readonly Shown[]; state: string | null }) {
  const told = state && Object.hasOwn(states, state) ? states[state] : undefined
  return (
    <>
      {told ? <Notice tone="good" title={told} className="mt-6" /> : null}
      {invitations.length > 0 ? (
        <section aria-label="Invitations" className="mt-7">
          <SectionHeader title="Invited, not here yet" />
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
        </section>
      ) : null}
    </>
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
