import type { Tx } from '#platform/db/transaction.ts'
import { insertOfferParts, listOfferParts, type NewOfferPart } from './offer-parts.queries.ts'
import { findOffer, insertOffer, lockOffer, renameOffer, retireOffer, type Subject } from './offers.queries.ts'

/** A thing's new price. */
export interface NewPrice extends Subject {
  /** A new uuid from `ctx.ids`, used if a new offer is made. */
  id: string
  title: string
  /** Minor units; 0 is free, null takes it off sale. */
  priceCents: number | null
  /** ISO 4217 in small letters. */
  currency: string
  /** What is delivered, where it is more than the thing alone. */
  parts?: readonly NewOfferPart[]
  /** Sold once, to one. */
  isExclusive?: boolean
}

/**
 * Says what a thing costs from now on, in the caller's transaction (a tenant's one, of someone with `offers.manage`).
 * A new price is a new offer, and so are other parts: checkouts under way keep what they began with.
 */
export async function setPrice(tx: Tx, price: NewPrice): Promise<void> {
  await lockOffer(tx, price)
  const current = await findOffer(tx, price)
  const { parts = [], isExclusive = false } = price
  const isSame = current !== null && current.priceCents === price.priceCents && current.currency === price.currency && current.isExclusive === isExclusive && (await hasParts(tx, price.organizationId, current.id, parts))
  if (current && isSame) {
    if (current.title !== price.title) await renameOffer(tx, price.organizationId, current.id, price.title)
    return
  }

  if (current) await retireOffer(tx, price.organizationId, current.id)
  if (price.priceCents === null) return
  await insertOffer(tx, price.organizationId, { ...price, priceCents: price.priceCents, isExclusive })
  await insertOfferParts(tx, { organizationId: price.organizationId, offerId: price.id }, parts)
}

/** Whether an offer consists of just these, in any order. */
async function hasParts(tx: Tx, organizationId: string, offerId: string, wanted: readonly NewOfferPart[]): Promise<boolean> {
  const words = (parts: readonly { subjectKind: string; subjectId: string }[]) => parts.map((part) => `${part.subjectKind} ${part.subjectId}`).sort().join()
  return words(await listOfferParts(tx, organizationId, offerId)) === words(wanted)
}
