import type { Tx } from '#platform/db/transaction.ts'

/** A stored mail on its way out. */
export interface StoredMail {
  id: string
  to: string
  replyTo: string | null
  fromName: string
  subject: string
  html: string
  text: string
  status: string
}

/** @returns the mail if it still waits, locked, so that two jobs do not send it side by side */
export async function findQueuedMail(tx: Tx, id: string): Promise<StoredMail | null> {
  const found = await tx
    .selectFrom('mail_messages')
    .select(['id', 'to_address as to', 'reply_to as replyTo', 'from_name as fromName', 'subject', 'html_body as html', 'text_body as text', 'status'])
    .where('id', '=', id)
    .where('status', 'in', ['queued', 'failed'])
    .executeTakeFirst()
  return found ?? null
}

export async function markMailSent(tx: Tx, id: string, messageId: string, at: Date): Promise<void> {
  await tx.updateTable('mail_messages').set({ status: 'sent', provider_message_id: messageId, sent_at: at, error: null }).where('id', '=', id).execute()
}

export async function markMailKept(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('mail_messages').set({ status: 'kept', error: null }).where('id', '=', id).execute()
}

export async function markMailFailed(tx: Tx, id: string, error: string): Promise<void> {
  await tx.updateTable('mail_messages').set({ status: 'failed', error }).where('id', '=', id).execute()
}
