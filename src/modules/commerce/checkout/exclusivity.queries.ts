import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { Offer } from '../offers/offer.ts'
import type { Checkout } from './checkout.ts'

/** What an offer's being sold once, or its neighbour's, makes of a checkout. */
export interface Exclusivity {
  /** What the checkout alone may buy; null for what many may. */
  subjectId: string | null
  /** Its payment page closes soon: it holds something, or what it delivers can be sold away from under it. */
  endsSoon: boolean
}

/** What is delivered by an offer: its parts, or its subject where it has none. */
const delivered = (organizationId: string, offer: Offer) => sql`
  (select subject_id from offer_parts where organization_id = ${organizationId} and offer_id = ${offer.id} union all select ${offer.subjectId}::uuid)`

export async function readExclusivity(tx: Tx, organizationId: string, offer: Offer): Promise<Exclusivity> {
  const found = await sql<{ part: string | null; isContested: boolean }>`
    select (select subject_id from offer_parts where organization_id = ${organizationId} and offer_id = ${offer.id} order by position limit 1) as part,
      exists (select 1 from offers o join offer_parts p on p.organization_id = o.organization_id and p.offer_id = o.id
        where o.organization_id = ${organizationId} and o.status = 'active' and o.is_exclusive and p.subject_id in ${delivered(organizationId, offer)}) as "isContested"`.execute(tx)
  const [row] = found.rows
  return { subjectId: offer.isExclusive ? (row?.part ?? offer.subjectId) : null, endsSoon: offer.isExclusive || (row?.isContested ?? false) }
}

/**
 * Who stands in the way of buying an offer: whoever bought what it delivers for themselves alone, and of what is sold
 * once, whoever is paying for it. One's own open attempt does not.
 */
export async function findRival(tx: Tx, wanted: { organizationId: string; offer: Offer; tokenHash: string }): Promise<'sold' | 'held' | null> {
  const { organizationId, offer, tokenHash } = wanted
  const found = await sql<{ status: string }>`
    select status from checkouts
    where organization_id = ${organizationId} and exclusive_subject_id in ${delivered(organizationId, offer)} and status in ('open', 'pending', 'paid')
      and (status = 'paid' or (${offer.isExclusive} and not (status = 'open' and token_hash = ${tokenHash})))
    order by (status = 'paid') desc limit 1`.execute(tx)
  const [row] = found.rows
  return row ? (row.status === 'paid' ? 'sold' : 'held') : null
}

/**
 * Lets go of a checkout's hold where another has the thing meanwhile. The caller holds the checkout's row.
 *
 * @returns whether it had to
 */
export async function letGoIfTaken(tx: Tx, checkout: Pick<Checkout, 'organizationId' | 'id' | 'exclusiveSubjectId'>): Promise<boolean> {
  if (checkout.exclusiveSubjectId === null) return false
  const found = await sql`
    update checkouts set exclusive_subject_id = null
    where organization_id = ${checkout.organizationId} and id = ${checkout.id} and exists (
      select 1 from checkouts c where c.organization_id = ${checkout.organizationId} and c.exclusive_subject_id = ${checkout.exclusiveSubjectId} and c.id <> ${checkout.id} and c.status in ('open', 'pending', 'paid'))`.execute(tx)
  return (found.numAffectedRows ?? 0n) > 0n
}

/** The one sale of what is sold once, as far as the asker may see orders. */
export interface ExclusiveSale {
  orderId: string
  orderNumber: number
  buyerName: string
  buyerEmail: string
  isRefunded: boolean
}

export async function findExclusiveSale(tx: Tx, subject: { organizationId: string; subjectId: string }): Promise<ExclusiveSale | null> {
  const row = await tx.selectFrom('checkouts as c').innerJoin('orders as o', (join) => join.onRef('o.organization_id', '=', 'c.organization_id').onRef('o.checkout_id', '=', 'c.id'))
    .select(['o.id', 'o.number', 'o.buyer_name', 'o.buyer_email', 'o.status'])
    .where('c.organization_id', '=', subject.organizationId).where('c.exclusive_subject_id', '=', subject.subjectId).where('c.status', '=', 'paid').executeTakeFirst()
  return row ? { orderId: row.id, orderNumber: row.number, buyerName: row.buyer_name, buyerEmail: row.buyer_email, isRefunded: row.status === 'refunded' } : null
}

/**
 * Ends the hold of a sale that was given back whole, in the caller's transaction (a system one).
 *
 * @returns false while its buyer still has it
 */
export async function endExclusiveSale(tx: Tx, subject: { organizationId: string; subjectId: string }): Promise<boolean> {
  const sale = await findExclusiveSale(tx, subject)
  if (sale && !sale.isRefunded) return false
  await tx.updateTable('checkouts').set({ exclusive_subject_id: null }).where('organization_id', '=', subject.organizationId).where('exclusive_subject_id', '=', subject.subjectId).where('status', '=', 'paid').execute()
  return true
}
