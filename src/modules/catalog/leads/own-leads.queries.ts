import { sql } from 'kysely'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'

/** For which free downloads a person left their address, and with which words they agreed. Asked by the address they have proven. */
export async function listOwnLeads(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, p.title as product, l.email, l.consent_text as "agreedTo", l.asked_at as "askedAt", l.confirmed_at as "confirmedAt", l.unsubscribed_at as "unsubscribedAt"
    from leads l join users u on lower(u.email) = lower(l.email) and u.email_verified_at is not null join products p on p.organization_id = l.organization_id and p.id = l.product_id join organizations s on s.id = l.organization_id
    where u.id = ${userId} and (${organizationId}::uuid is null or l.organization_id = ${organizationId}::uuid) order by l.asked_at`.execute(tx)
  return rows
}
