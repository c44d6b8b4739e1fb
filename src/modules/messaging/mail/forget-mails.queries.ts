import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Who is gone, by all that leads to their mails. */
export interface MailsOf {
  userId: string
  /** Their own address, if they had one. */
  address: string | null
  /** Addresses under which they bought, each in one school. */
  addresses: readonly { organizationId: string; address: string }[]
}

/** Deletes the mails to somebody who is gone, also those that have not gone out, what they wrote to schools, and the invitations that named them. */
export async function forgetMails(tx: Tx, { userId, address, addresses }: MailsOf): Promise<void> {
  if (address) {
    await tx.deleteFrom('mail_messages').where(sql`lower(to_address)`, '=', address.toLowerCase()).execute()
    await tx.deleteFrom('mail_messages').where(sql`lower(reply_to)`, '=', address.toLowerCase()).execute()
  }
  for (const one of addresses) {
    await tx.deleteFrom('mail_messages').where('organization_id', '=', one.organizationId).where(sql`lower(to_address)`, '=', one.address.toLowerCase()).execute()
  }
  await sql`
    delete from mail_messages m using organization_invitations i
    where i.invited_by = ${userId} and m.organization_id = i.organization_id and m.kind = 'invitation' and m.status <> 'queued'
      and split_part(m.idempotency_key, ':', 2) = i.id::text`.execute(tx)
}

/** Deletes some of the mails that were written so long ago and will not be tried again. What somebody is at is left for the next time. */
export async function deleteOldMails(tx: Tx, { days, limit }: { days: number; limit: number }): Promise<number> {
  const gone = await sql`
    delete from mail_messages where id in (
      select id from mail_messages where status in ('sent', 'kept', 'failed') and created_at < now() - make_interval(days => ${days})
        and (status <> 'failed' or updated_at < now() - make_interval(days => ${days}))
      order by created_at limit ${limit} for update skip locked)`.execute(tx)
  return Number(gone.numAffectedRows ?? 0)
}
