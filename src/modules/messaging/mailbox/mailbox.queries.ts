import type { Tx } from '#platform/db/transaction.ts'

/** A mail in the list. */
export interface MailboxLine {
  id: string
  to: string
  fromName: string
  subject: string
  kind: string
  status: string
  writtenAt: Date
}

/** A mail opened. */
export interface MailboxMail extends MailboxLine {
  html: string
  text: string
  error: string | null
}

const line = ['id', 'to_address as to', 'from_name as fromName', 'subject', 'kind', 'status', 'created_at as writtenAt'] as const

export async function selectMails(tx: Tx, before: string | null, limit: number): Promise<MailboxLine[]> {
  return tx
    .selectFrom('mail_messages')
    .select(line)
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function findMail(tx: Tx, id: string): Promise<MailboxMail | null> {
  const found = await tx
    .selectFrom('mail_messages')
    .select([...line, 'html_body as html', 'text_body as text', 'error'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}
