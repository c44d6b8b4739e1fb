import { sql } from 'kysely'
import { listOffers, type Offer } from '#modules/commerce/index.ts'
import type { Tx } from '#platform/ctx.ts'

/** What may be done with a piece of music by those who bought this. */
export interface Licence {
  id: string
  productId: string
  name: string
  terms: string
  /** Sold once. */
  isExclusive: boolean
  /** Null while it is not on sale. */
  offer: Offer | null
}

/** The licences of several products with their prices, in the school's order; those that were taken away are not among them. */
export async function listLicences(tx: Tx, organizationId: string, productIds: readonly string[]): Promise<Licence[]> {
  if (productIds.length === 0) return []
  const rows = await tx.selectFrom('licences').select(['id', 'product_id', 'name', 'terms', 'is_exclusive'])
    .where('organization_id', '=', organizationId).where('product_id', 'in', [...productIds]).where('removed_at', 'is', null).orderBy('position').orderBy('id').execute()
  const offers = await listOffers(tx, { organizationId, subjectKind: 'licence', subjectIds: rows.map(({ id }) => id) })
  return rows.map((row) => ({ id: row.id, productId: row.product_id, name: row.name, terms: row.terms, isExclusive: row.is_exclusive, offer: offers.find(({ subjectId }) => subjectId === row.id) ?? null }))
}

/** The offer of the licence that costs least; null while none is on sale. */
export function cheapestOf(licences: readonly Pick<Licence, 'offer'>[]): Offer | null {
  const offers = licences.flatMap(({ offer }) => offer ?? []).sort((one, other) => one.priceCents - other.priceCents)
  return offers[0] ?? null
}

/** The licences that somebody holds by an order that was not given back, also of those that are sold no more. */
export async function listHeldLicences(tx: Tx, held: { organizationId: string; userId: string; productId: string }): Promise<Omit<Licence, 'offer'>[]> {
  const found = await sql<Omit<Licence, 'offer'>>`
    select l.id, l.product_id as "productId", l.name, l.terms, l.is_exclusive as "isExclusive" from licences l
    where l.organization_id = ${held.organizationId} and l.product_id = ${held.productId} and exists (
      select 1 from orders o where o.organization_id = l.organization_id and o.subject_kind = 'licence' and o.subject_id = l.id and o.user_id = ${held.userId} and o.status <> 'refunded')
    order by l.position, l.id`.execute(tx)
  return found.rows
}

/** Writes a new one behind the others, or in the place of one that it replaces. */
export async function insertLicence(tx: Tx, licence: { organizationId: string; id: string; productId: string; name: string; terms: string; isExclusive: boolean; replaces: string | null }): Promise<void> {
  const place = licence.replaces
    ? sql<number>`(select position from licences where organization_id = ${licence.organizationId} and id = ${licence.replaces})`
    : sql<number>`(select coalesce(max(position) + 1, 0) from licences where organization_id = ${licence.organizationId} and product_id = ${licence.productId})`
  await tx.insertInto('licences').values({ organization_id: licence.organizationId, id: licence.id, product_id: licence.productId, name: licence.name, terms: licence.terms, is_exclusive: licence.isExclusive, position: place }).execute()
}

export async function setLicenceRemoved(tx: Tx, organizationId: string, licenceId: string, at: Date): Promise<void> {
  await tx.updateTable('licences').set({ removed_at: at }).where('organization_id', '=', organizationId).where('id', '=', licenceId).execute()
}
