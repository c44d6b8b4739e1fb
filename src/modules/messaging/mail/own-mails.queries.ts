import type { OwnScope } from '#modules/tenancy/index.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** Mails to the address that a person has proven, without the secrets of their links. */
export async function listOwnMails(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select m.kind, m.from_name as "from", m.to_address as "to", m.subject, m.status, m.created_at as "at", m.sent_at as "sentAt"
    from mail_messages m
    where lower(m.to_address) = (select lower(email) from users where id = ${userId} and email_verified_at is not null)
      and (${organizationId}::uuid is null or m.organization_id = ${organizationId}::uuid) order by m.created_at`.execute(tx)
  return rows
}
