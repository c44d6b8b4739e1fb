import { z } from 'zod'
import type { SystemCtx } from '#platform/ctx.ts'
import type { MailCarrier } from '../ports.ts'
import { findQueuedMail, markMailFailed, markMailKept, markMailSent } from './mail-messages.queries.ts'

/** What sending a mail asks for. Without a carrier, mail is kept and the mailbox page shows it. */
export interface SendMailCtx extends SystemCtx {
  config: { mail: { from: string } }
  mailCarrier: MailCarrier | null
}

const payloadSchema = z.object({ mailId: z.uuid() })

/**
 * The job `send-mail`: sends one stored mail. Asked again after it went out, it does nothing; when the carrier
 * refuses, the mail is marked with the reason and the job comes back.
 *
 * @throws what the carrier threw
 */
export async function sendMail(ctx: SendMailCtx, payload: unknown): Promise<void> {
  const { mailId } = payloadSchema.parse(payload)
  const mail = await ctx.inSystem((tx) => findQueuedMail(tx, mailId))
  if (!mail) return
  const { mailCarrier } = ctx
  if (!mailCarrier) return ctx.inSystem((tx) => markMailKept(tx, mailId))

  try {
    const { messageId } = await mailCarrier.carry({
      id: mail.id,
      from: { name: mail.fromName, address: ctx.config.mail.from },
      to: mail.to,
      replyTo: mail.replyTo,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
    })
    await ctx.inSystem((tx) => markMailSent(tx, mailId, messageId, ctx.clock.now()))
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    await ctx.inSystem((tx) => markMailFailed(tx, mailId, reason.slice(0, 1000)))
    throw fault
  }
}
