import type { Tx } from '#platform/db/transaction.ts'
import type { OfferPart, SubjectKind } from './offer.ts'

/** A part of an offer as it is written down, in order. */
export interface NewOfferPart extends OfferPart {
  /** A new uuid from `ctx.ids`. */
  id: string
  title: string
}

export async function insertOfferParts(tx: Tx, offer: { organizationId: string; offerId: string }, parts: readonly NewOfferPart[]): Promise<void> {
  if (parts.length === 0) return

  await tx
    .insertInto('offer_parts')
    .values(parts.map((part, position) => ({
      organization_id: offer.organizationId,
      id: part.id,
      offer_id: offer.offerId,
      subject_kind: part.subjectKind,
      subject_id: part.subjectId,
      title: part.title,
      position,
    })))
    .execute()
}

/** What an offer consists of, in order; none for one that is its subject alone. */
export async function listOfferParts(tx: Tx, organizationId: string, offerId: string): Promise<OfferPart[]> {
  const rows = await tx
    .selectFrom('offer_parts')
    .select(['subject_kind', 'subject_id'])
    .where('organization_id', '=', organizationId)
    .where('offer_id', '=', offerId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ subjectKind: row.subject_kind as SubjectKind, subjectId: row.subject_id }))
}

/** The parts of the offer that a checkout was begun with: what was promised on that day, whatever the offer is now. */
export async function listPartsOfCheckout(tx: Tx, organizationId: string, checkoutId: string): Promise<OfferPart[]> {
  const checkout = await tx.selectFrom('checkouts').select('offer_id').where('organization_id', '=', organizationId).where('id', '=', checkoutId).executeTakeFirstOrThrow()
  return listOfferParts(tx, organizationId, checkout.offer_id)
}
