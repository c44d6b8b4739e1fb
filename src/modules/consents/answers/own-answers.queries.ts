import { sql } from 'kysely'
import type { OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'

/** What a person agreed to, refused or took back, with the version and its words' address. */
export async function listOwnAnswers(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select o.name as school, v.title as document, v.number as version, v.published_at as "publishedAt", a.answer, a.asked_at_moment as "askedAt", a.answered_at as "at", v.body_html as text
    from consent_answers a join consent_versions v on v.organization_id = a.organization_id and v.id = a.version_id join organizations o on o.id = a.organization_id
    where a.user_id = ${userId} and (${organizationId}::uuid is null or a.organization_id = ${organizationId}::uuid) order by a.answered_at, a.id`.execute(tx)
  return rows
}

/**
 * Deletes what a person who leaves said. What they agreed to in buying stays with the order, which the books keep: it
 * is a part of that contract.
 */
export async function forgetAnswers(tx: Tx, { userId, organizationId }: OwnScope): Promise<void> {
  await sql`delete from consent_answers where user_id = ${userId} and checkout_id is null and (${organizationId}::uuid is null or organization_id = ${organizationId}::uuid)`.execute(tx)
}
