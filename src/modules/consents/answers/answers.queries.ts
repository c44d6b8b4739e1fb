import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Answer, AskedDocument, Moment } from './owed.ts'

/** A line to write. */
export interface NewAnswer {
  organizationId: string
  id: string
  documentId: string
  versionId: string
  userId: string | null
  checkoutId: string | null
  answer: Answer
  moment: Moment
  at: Date
}

type AskedRow = Omit<AskedDocument, 'last'> & { answer: Answer | null; answeredNumber: number | null; answeredAt: Date | null }

/**
 * The documents in use that are asked at a moment, in their newest version, with what this person last said. At the
 * account it is all that people are asked anywhere.
 *
 * @param userId null for a visitor
 */
export async function listAsked(tx: Tx, { organizationId, userId, moment }: { organizationId: string; userId: string | null; moment: Moment }): Promise<AskedDocument[]> {
  const { rows } = await sql<AskedRow>`
    select d.id as "documentId", v.id as "versionId", v.number, v.title, v.body_html as "bodyHtml", v.change_note as "changeNote", v.published_at as "publishedAt", v.binding_at as "bindingAt",
      d.is_required as "isRequired", ${userId === null ? nobodysAnswer : sql`coalesce(m.created_at < v.published_at, false) as "wasHere", last.answer, last.number as "answeredNumber", last.answered_at as "answeredAt"`}
    from consent_documents d
    join lateral (select * from consent_versions v where v.organization_id = d.organization_id and v.document_id = d.id and v.published_at is not null order by v.number desc limit 1) v on true
    ${userId === null ? sql`` : whatTheySaid(userId)}
    where d.organization_id = ${organizationId} and d.archived_at is null
      and ((${moment} in ('entry', 'account') and d.asks_at_entry) or (${moment} in ('checkout', 'account') and d.asks_at_checkout))
    order by d.is_required desc, d.created_at, d.id`.execute(tx)
  return rows.map(({ answer, answeredNumber, answeredAt, ...document }) => ({
    ...document,
    last: answer && answeredNumber && answeredAt ? { answer, number: answeredNumber, at: answeredAt } : null,
  }))
}

/** A visitor has no rights to anybody's answers, and none of their own. */
const nobodysAnswer = sql`false as "wasHere", null as answer, null as "answeredNumber", null as "answeredAt"`

const whatTheySaid = (userId: string) => sql`
  left join lateral (
    select a.answer, a.answered_at, said.number from consent_answers a
    join consent_versions said on said.organization_id = a.organization_id and said.id = a.version_id
    where a.organization_id = d.organization_id and a.document_id = d.id and a.user_id = ${userId}
    order by a.answered_at desc, a.id desc limit 1) last on true
  left join organization_memberships m on m.organization_id = d.organization_id and m.user_id = ${userId} and m.deleted_at is null`

export async function insertAnswers(tx: Tx, answers: readonly NewAnswer[]): Promise<void> {
  if (answers.length === 0) return
  await tx.insertInto('consent_answers').values(answers.map((one) => ({
    organization_id: one.organizationId, id: one.id, document_id: one.documentId, version_id: one.versionId, user_id: one.userId, checkout_id: one.checkoutId,
    answer: one.answer, asked_at_moment: one.moment, answered_at: one.at,
  }))).execute()
}

/** Takes out what an earlier press of the same checkout wrote, while nobody has paid. */
export async function deleteUnpaidAnswers(tx: Tx, organizationId: string, checkoutId: string): Promise<void> {
  await tx.deleteFrom('consent_answers').where('organization_id', '=', organizationId).where('checkout_id', '=', checkoutId).where('user_id', 'is', null).execute()
}

/** Who paid is who agreed. */
export async function claimAnswers(tx: Tx, organizationId: string, checkoutId: string, userId: string): Promise<void> {
  await tx.updateTable('consent_answers').set({ user_id: userId }).where('organization_id', '=', organizationId).where('checkout_id', '=', checkoutId).where('user_id', 'is', null).execute()
}

/** The same, where there is an order already. */
export async function claimAnswersOfOrder(tx: Tx, organizationId: string, checkoutId: string): Promise<void> {
  await sql`update consent_answers a set user_id = o.user_id from orders o
    where a.organization_id = ${organizationId} and a.checkout_id = ${checkoutId} and a.user_id is null and o.organization_id = a.organization_id and o.checkout_id = a.checkout_id`.execute(tx)
}

/** All lines of one person in a school, the newest first, with the texts they are about. */
export async function listAnswersOfPerson(tx: Tx, organizationId: string, userId: string): Promise<{ documentId: string; title: string; number: number; answer: Answer; moment: Moment; at: Date }[]> {
  const { rows } = await sql<{ documentId: string; title: string; number: number; answer: Answer; moment: Moment; at: Date }>`
    select a.document_id as "documentId", v.title, v.number, a.answer, a.asked_at_moment as moment, a.answered_at as at
    from consent_answers a join consent_versions v on v.organization_id = a.organization_id and v.id = a.version_id
    where a.organization_id = ${organizationId} and a.user_id = ${userId} order by a.answered_at desc, a.id desc`.execute(tx)
  return rows
}
