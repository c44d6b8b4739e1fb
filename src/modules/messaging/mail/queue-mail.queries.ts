import { enqueueJob } from '#platform/jobs/enqueue-job.queries.ts'
import type { Tx } from '#platform/db/transaction.ts'

/** A mail that is ready to go. */
export interface NewMail {
  id: string
  /** Null for mail of the installation itself, such as a password reset. */
  organizationId: string | null
  /** The fact this mail tells; asked twice, it goes once. */
  idempotencyKey: string
  /** What kind of mail, e.g. `receipt`, for the mailbox and the log. */
  kind: string
  to: string
  /** Whom an answer goes to; left out, nobody is meant to answer. */
  replyTo?: string | null
  fromName: string
  subject: string
  html: string
  text: string
}

/**
 * Writes a mail and its sending job in the caller's transaction (a system one). The same key twice is one mail.
 *
 * @returns whether the mail is new
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<boolean> {
  const written = await tx
    .insertInto('mail_messages')
    .values({
      id: mail.id,
      organization_id: mail.organizationId,
      idempotency_key: mail.idempotencyKey,
      kind: mail.kind,
      to_address: mail.to,
      reply_to: mail.replyTo ?? null,
      from_name: mail.fromName,
      subject: mail.subject,
      html_body: mail.html,
      text_body: mail.text,
    })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return false

  await enqueueJob(tx, 'send-mail', { mailId: mail.id }, { key: `mail:${mail.id}` })
  return true
}
