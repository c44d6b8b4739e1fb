import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { Offer, SubjectKind } from './offer.ts'

type OfferRow = { id: string; subject_kind: string; subject_id: string; title: string; price_cents: number; currency: string; is_exclusive: boolean }

/** One thing of a school that can be sold. */
export interface Subject {
  organizationId: string
  subjectKind: SubjectKind
  subjectId: string
}

/** The active offer of a thing. @returns null when it is not for sale */
export async function findOffer(tx: Tx, subject: Subject): Promise<Offer | null> {
  const offers = await listOffers(tx, { ...subject, subjectIds: [subject.subjectId] })
  return offers[0] ?? null
}

/** The active offers of several things at once, for shelves of them. */
export async function listOffers(tx: Tx, wanted: { organizationId: string; subjectKind: SubjectKind; subjectIds: string[] }): Promise<Offer[]> {
  if (wanted.subjectIds.length === 0) return []

  const rows = await tx
    .selectFrom('offers')
    .select(['id', 'subject_kind', 'subject_id', 'title', 'price_cents', 'currency', 'is_exclusive'])
    .where('organization_id', '=', wanted.organizationId)
    .where('subject_kind', '=', wanted.subjectKind)
    .where('subject_id', 'in', wanted.subjectIds)
    .where('status', '=', 'active')
    .execute()
  return rows.map(toOffer)
}

/** Something that is sold for money. */
export interface Sellable {
  subjectKind: SubjectKind
  subjectId: string
  title: string
  /** Minor units; null when it is not on sale now. */
  priceCents: number | null
  /** ISO 4217 in small letters. */
  currency: string
}

/** Everything that has a price today, by title; and of what was named, also what has none any more. */
export async function listSellable(tx: Tx, wanted: { organizationId: string; alsoIds: string[] }): Promise<Sellable[]> {
  const found = await sql<Sellable>`
    select * from (
      select distinct on (subject_kind, subject_id) subject_kind as "subjectKind", subject_id as "subjectId", title,
        case when status = 'active' and price_cents > 0 then price_cents end as "priceCents", currency
      from offers
      where organization_id = ${wanted.organizationId} and ((status = 'active' and price_cents > 0) or subject_id = any(${wanted.alsoIds}::uuid[]))
      order by subject_kind, subject_id, (status = 'active') desc, created_at desc
    ) sellable order by title, "subjectId"`.execute(tx)
  return found.rows
}

/** Makes changes of one thing's offer follow each other until the transaction ends. */
export async function lockOffer(tx: Tx, subject: Subject): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`offer:${subject.organizationId}:${subject.subjectId}`}, 0))`.execute(tx)
}

export async function retireOffer(tx: Tx, organizationId: string, offerId: string): Promise<void> {
  await tx.updateTable('offers').set({ status: 'retired' }).where('organization_id', '=', organizationId).where('id', '=', offerId).execute()
}

export async function renameOffer(tx: Tx, organizationId: string, offerId: string, title: string): Promise<void> {
  await tx.updateTable('offers').set({ title }).where('organization_id', '=', organizationId).where('id', '=', offerId).execute()
}

export async function insertOffer(tx: Tx, organizationId: string, offer: Offer): Promise<void> {
  await tx
    .insertInto('offers')
    .values({
      organization_id: organizationId,
      id: offer.id,
      subject_kind: offer.subjectKind,
      subject_id: offer.subjectId,
      title: offer.title,
      price_cents: offer.priceCents,
      currency: offer.currency,
      is_exclusive: offer.isExclusive,
    })
    .execute()
}

function toOffer(row: OfferRow): Offer {
  return { id: row.id, subjectKind: row.subject_kind as SubjectKind, subjectId: row.subject_id, title: row.title, priceCents: row.price_cents, currency: row.currency, isExclusive: row.is_exclusive }
}
