import { z } from 'zod'
import { readSentInvitation } from '#modules/tenancy/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { renderSchoolMail } from '../emails/render-school-mail.ts'
import { queueMail } from './queue-mail.queries.ts'

const sent = z.object({ invitationId: z.uuid(), expiresAt: z.coerce.date() })

const roleWords: Record<string, string> = {
  owner: 'as an owner',
  admin: 'as an administrator',
  instructor: 'as an instructor',
  assistant: 'as an assistant',
  student: 'as a student',
  guardian: 'as a guardian',
}

type Ctx = SystemCtx & { config: { appSecret: string; scheme: string; baseDomain: string } }

/** Hears `invitation.sent` and mails the link. An invitation that was taken back in the meantime is not mailed. */
export const sendInvitation: Subscriber<Ctx> = {
  name: 'messaging.send-invitation',
  async hear(ctx, tx, event) {
    const { invitationId, expiresAt } = sent.parse(event.payload)
    const { appSecret, scheme, baseDomain } = ctx.config
    const invitation = await readSentInvitation(tx, { organizationId: event.organizationId, invitationId, expiresAt, appSecret })
    if (!invitation) return

    const { schoolName, inviterName, role } = invitation
    const { html, text } = await renderSchoolMail({
      school: { name: schoolName, brandColour: invitation.brandColour },
      heading: `Join ${schoolName}`,
      paragraphs: [
        `${inviterName || schoolName} invites you to ${schoolName} ${roleWords[role] ?? ''}.`,
        'The link is yours alone and works for two weeks.',
      ],
      action: { label: 'Accept the invitation', url: `${scheme}://${baseDomain}/invitation/${invitation.token}` },
      footer: `${schoolName} sent you this mail because someone there entered your address. If you do not know them, you need not do anything.`,
    })
    await queueMail(tx, {
      id: ctx.ids.next(),
      organizationId: event.organizationId,
      idempotencyKey: `invitation:${invitationId}:${expiresAt.toISOString()}`,
      kind: 'invitation',
      to: invitation.email,
      fromName: schoolName,
      subject: `${inviterName || schoolName} invites you to ${schoolName}`,
      html,
      text,
    })
  },
}
