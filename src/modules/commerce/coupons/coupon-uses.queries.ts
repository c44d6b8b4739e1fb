import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { CheckoutStatus } from '../checkout/checkout.ts'
import type { CouponUses } from './coupon.ts'

/**
 * Attempts of one browser to buy one offer that are still open: who comes back to an own attempt does not stand in
 * their own way.
 */
export interface OwnAttempts {
  tokenHash: string | null
  offerId: string
}

const nobodys: CouponUses = { used: 0, held: 0 }
const figures = sql`count(*) filter (where status = 'paid')::int as used, count(*) filter (where status in ('open', 'pending'))::int as held`

/** How the uses of a coupon stand, those of one's own open attempts left out. */
export async function countUses(tx: Tx, coupon: { organizationId: string; couponId: string }, own: OwnAttempts | null = null): Promise<CouponUses> {
  const found = await sql<CouponUses>`
    select ${figures} from checkouts
    where organization_id = ${coupon.organizationId} and coupon_id = ${coupon.couponId} and status in ('open', 'pending', 'paid') and not ${isOwn(own)}`.execute(tx)
  return found.rows[0] ?? nobodys
}

/** The same of one person, who is known by their address and, signed in, by who they are. */
export async function countUsesBy(tx: Tx, wanted: { organizationId: string; couponId: string; email: string; userId: string | null }, own: OwnAttempts): Promise<CouponUses> {
  const found = await sql<CouponUses>`
    select ${figures} from checkouts
    where organization_id = ${wanted.organizationId} and coupon_id = ${wanted.couponId} and status in ('open', 'pending', 'paid')
      and (lower(email) = lower(${wanted.email}) or user_id = ${wanted.userId}) and not ${isOwn(own)}`.execute(tx)
  return found.rows[0] ?? nobodys
}

function isOwn(own: OwnAttempts | null) {
  return own?.tokenHash ? sql`(status = 'open' and token_hash = ${own.tokenHash} and offer_id = ${own.offerId})` : sql`false`
}

/** The uses of several coupons at once, by the coupon's id. */
export async function countUsesOfAll(tx: Tx, organizationId: string, couponIds: readonly string[]): Promise<Map<string, CouponUses>> {
  const found = await sql<CouponUses & { couponId: string }>`
    select coupon_id as "couponId", ${figures} from checkouts
    where organization_id = ${organizationId} and coupon_id = any(${couponIds}::uuid[]) and status in ('open', 'pending', 'paid')
    group by coupon_id`.execute(tx)
  return new Map(found.rows.map(({ couponId, used, held }) => [couponId, { used, held }]))
}

/** Whether anybody ever began with it: then it stands in the books, and is archived in place of being deleted. */
export async function wasEverBegun(tx: Tx, organizationId: string, couponId: string): Promise<boolean> {
  const row = await tx.selectFrom('checkouts').select('id').where('organization_id', '=', organizationId).where('coupon_id', '=', couponId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** What a coupon brought and cost in one currency, by paid orders. */
export interface CouponSum {
  /** ISO 4217 in small letters. */
  currency: string
  paidCents: number
  discountCents: number
}

export async function sumUses(tx: Tx, organizationId: string, couponId: string): Promise<CouponSum[]> {
  const found = await sql<CouponSum>`
    select currency, sum(amount_cents)::bigint as "paidCents", sum(discount_cents)::bigint as "discountCents" from checkouts
    where organization_id = ${organizationId} and coupon_id = ${couponId} and status = 'paid'
    group by currency order by currency`.execute(tx)
  return found.rows
}

/** One use of a coupon: somebody's checkout, with its order once it is paid. */
export interface CouponUse {
  checkoutId: string
  status: CheckoutStatus
  email: string
  title: string
  /** ISO 4217 in small letters. */
  currency: string
  discountCents: number
  amountCents: number
  begunAt: Date
  order: { id: string; number: number; buyerName: string } | null
}

/** A page of uses that are taken or held, newest first. `before` is the checkout's id of the last one seen. */
export async function selectUses(tx: Tx, wanted: { organizationId: string; couponId: string; before: string | null; limit: number }): Promise<CouponUse[]> {
  let query = tx
    .selectFrom('checkouts as c')
    .leftJoin('orders as o', (join) => join.onRef('o.organization_id', '=', 'c.organization_id').onRef('o.checkout_id', '=', 'c.id'))
    .select(['c.id', 'c.status', 'c.email', 'c.title', 'c.currency', 'c.discount_cents', 'c.amount_cents', 'c.created_at', 'o.id as order_id', 'o.number', 'o.buyer_name'])
    .where('c.organization_id', '=', wanted.organizationId)
    .where('c.coupon_id', '=', wanted.couponId)
    .where('c.status', 'in', ['open', 'pending', 'paid'])
  if (wanted.before) query = query.where('c.id', '<', wanted.before)
  const rows = await query.orderBy('c.id', 'desc').limit(wanted.limit).execute()
  return rows.map((row) => ({
    checkoutId: row.id,
    status: row.status as CheckoutStatus,
    email: row.email,
    title: row.title,
    currency: row.currency,
    discountCents: row.discount_cents,
    amountCents: row.amount_cents,
    begunAt: row.created_at,
    order: row.order_id && row.number !== null ? { id: row.order_id, number: row.number, buyerName: row.buyer_name ?? '' } : null,
  }))
}
