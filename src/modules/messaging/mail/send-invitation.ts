import { z } from 'zod'
import { readSentInvitation } from '#modules/tenancy/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { inLocale } from '#platform/i18n/in-locale.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { renderSchoolMail } from '../emails/render-school-mail.ts'
import { localeOfReader } from './locale-of-reader.ts'
import { queueMail } from './queue-mail.queries.ts'
import { invitationWords } from './words/invitation-words.ts'

const sent = z.object({ invitationId: z.uuid(), expiresAt: z.coerce.date() })

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
    const locale = await localeOfReader(tx, invitation.email, invitation.locale)
    const words = inLocale(locale, invitationWords)
    const inviter = inviterName || schoolName
    const content = await inLocale(locale, () => renderSchoolMail({
      school: { name: schoolName, brandColour: invitation.brandColour },
      heading: words.heading(schoolName),
      paragraphs: [words.invites[role](inviter, schoolName), words.yoursAlone],
      action: { label: words.accept, url: `${scheme}://${baseDomain}/invitation/${invitation.token}` },
      footer: words.why(schoolName),
    }))
    await queueMail(tx, {
      id: ctx.ids.next(),
      organizationId: event.organizationId,
      idempotencyKey: `invitation:${invitationId}:${expiresAt.toISOString()}`,
      kind: 'invitation',
      to: invitation.email,
      fromName: schoolName,
      subject: words.subject(inviter, schoolName),
      ...content,
    })
  },
}
