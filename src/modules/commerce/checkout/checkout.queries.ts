import { sql, type Selectable } from 'kysely'
import type { Checkouts } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Checkout, CheckoutStatus } from './checkout.ts'

/** A checkout that begins. */
export type NewCheckoutRow = Omit<Checkout, 'status' | 'sessionId' | 'url'> & { feeBps: number }

/** What the school's own terms say about a sale. */
export interface SchoolTerms {
  name: string
  slug: string
  feeBps: number
  /** IANA name. */
  timeZone: string
  /** BCP 47. */
  locale: string
  isOpen: boolean
}

export async function findSchoolTerms(tx: Tx, organizationId: string): Promise<SchoolTerms | null> {
  const row = await tx
    .selectFrom('organizations')
    .select(['name', 'slug', 'platform_fee_bps', 'time_zone', 'locale', 'status'])
    .where('id', '=', organizationId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row ? { name: row.name, slug: row.slug, feeBps: row.platform_fee_bps, timeZone: row.time_zone, locale: row.locale, isOpen: row.status === 'active' } : null
}

/** The next order number of a school. Its row is locked until the transaction ends, so there are no gaps. */
export async function takeOrderNumber(tx: Tx, organizationId: string): Promise<number> {
  const row = await tx
    .updateTable('organizations')
    .set({ order_counter: sql`order_counter + 1` })
    .where('id', '=', organizationId)
    .returning('order_counter')
    .executeTakeFirstOrThrow()
  return row.order_counter
}

/** The attempts of one browser that are still open, under any address: those to buy this offer, and those that hold what is sold once. */
export async function listOpenAttempts(tx: Tx, wanted: Pick<Checkout, 'organizationId' | 'tokenHash' | 'offerId' | 'exclusiveSubjectId'>): Promise<Checkout[]> {
  const rows = await tx
    .selectFrom('checkouts')
    .selectAll()
    .where('organization_id', '=', wanted.organizationId)
    .where('token_hash', '=', wanted.tokenHash)
    .where(({ eb, or }) => or([eb('offer_id', '=', wanted.offerId), eb('exclusive_subject_id', '=', wanted.exclusiveSubjectId)]))
    .where('status', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(toCheckout)
}

/** Begins a checkout. @returns null when another press was quicker: the same browser's for the same offer and address, or anybody's for what is sold once */
export async function insertCheckout(tx: Tx, checkout: NewCheckoutRow): Promise<Checkout | null> {
  const written = await tx
    .insertInto('checkouts')
    .values(newRow(checkout))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return written ? toCheckout(written) : null
}

export async function findCheckout(tx: Tx, organizationId: string, checkoutId: string): Promise<Checkout | null> {
  const row = await tx.selectFrom('checkouts').selectAll().where('organization_id', '=', organizationId).where('id', '=', checkoutId).executeTakeFirst()
  return row ? toCheckout(row) : null
}

/** The same, locked until the transaction ends: what happens to one checkout happens one after the other. */
export async function lockCheckout(tx: Tx, organizationId: string, checkoutId: string): Promise<Checkout | null> {
  const row = await tx.selectFrom('checkouts').selectAll().where('organization_id', '=', organizationId).where('id', '=', checkoutId).forUpdate().executeTakeFirst()
  return row ? toCheckout(row) : null
}

/** The address under which a browser last began to buy this and did not pay. */
export async function findOpenEmail(tx: Tx, wanted: { organizationId: string; tokenHash: string; subjectId: string }): Promise<string | null> {
  const row = await tx
    .selectFrom('checkouts')
    .select('email')
    .where('organization_id', '=', wanted.organizationId)
    .where('token_hash', '=', wanted.tokenHash)
    .where('subject_id', '=', wanted.subjectId)
    .where('status', '=', 'open')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.email ?? null
}

export async function storeSession(tx: Tx, checkout: Pick<Checkout, 'organizationId' | 'id' | 'sessionId'>): Promise<void> {
  await tx.updateTable('checkouts').set({ provider_session_id: checkout.sessionId }).where('organization_id', '=', checkout.organizationId).where('id', '=', checkout.id).execute()
}

/**
 * Keeps where an opened payment page is.
 *
 * @returns false when the checkout was left meanwhile: then nobody may be sent to that page
 */
export async function storeOpened(tx: Tx, checkout: Pick<Checkout, 'organizationId' | 'id'>, opened: { sessionId: string; url: string; expiresAt: Date }): Promise<boolean> {
  const written = await tx
    .updateTable('checkouts')
    .set({ provider_session_id: opened.sessionId, provider_url: opened.url, expires_at: opened.expiresAt })
    .where('organization_id', '=', checkout.organizationId)
    .where('id', '=', checkout.id)
    .where('status', '=', 'open')
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** Ends an attempt that is still open and as it was read: one whose page opened meanwhile can be paid, and stays. */
export async function expireOpenCheckout(tx: Tx, checkout: Pick<Checkout, 'organizationId' | 'id' | 'sessionId'>): Promise<void> {
  await tx
    .updateTable('checkouts')
    .set({ status: 'expired' })
    .where('organization_id', '=', checkout.organizationId)
    .where('id', '=', checkout.id)
    .where('status', '=', 'open')
    .where('provider_session_id', 'is not distinct from', checkout.sessionId)
    .execute()
}

export async function setCheckoutStatus(tx: Tx, checkout: Pick<Checkout, 'organizationId' | 'id'>, status: CheckoutStatus, userId?: string): Promise<void> {
  await tx
    .updateTable('checkouts')
    .set({ status, ...(userId ? { user_id: userId } : {}) })
    .where('organization_id', '=', checkout.organizationId)
    .where('id', '=', checkout.id)
    .execute()
}

/**
 * Checkouts whose end was not heard of. A young one is asked about often, an old one seldom: the pause is half its
 * age, six hours at most. What is taken counts as asked about now.
 */
export async function takeCheckoutsToAsk(tx: Tx, now: Date, limit: number): Promise<{ organizationId: string; checkoutId: string; sessionId: string }[]> {
  const found = await sql<{ organizationId: string; checkoutId: string; sessionId: string }>`
    update checkouts set checked_at = ${now}
    where (organization_id, id) in (
      select organization_id, id from checkouts
      where status in ('open', 'pending') and provider_session_id is not null
        and created_at < ${now}::timestamptz - interval '5 minutes'
        and (checked_at is null or checked_at < ${now}::timestamptz - least((${now}::timestamptz - created_at) / 2, interval '6 hours'))
      order by created_at desc limit ${limit} for update skip locked)
    returning organization_id as "organizationId", id as "checkoutId", provider_session_id as "sessionId"`.execute(tx)
  return found.rows
}

/** Attempts that never reached the payment page cannot be paid any more after a day, and those with a coupon after the end they were given. */
export async function expireUnopenedCheckouts(tx: Tx, times: { now: Date; createdBefore: Date }): Promise<void> {
  await tx
    .updateTable('checkouts')
    .set({ status: 'expired' })
    .where('status', '=', 'open')
    .where('provider_session_id', 'is', null)
    .where(({ eb, or }) => or([eb('created_at', '<', times.createdBefore), eb('expires_at', '<', times.now)]))
    .execute()
}

function newRow(checkout: NewCheckoutRow) {
  return {
    organization_id: checkout.organizationId,
    id: checkout.id,
    offer_id: checkout.offerId,
    user_id: checkout.userId,
    email: checkout.email,
    token_hash: checkout.tokenHash,
    title: checkout.title,
    subject_kind: checkout.subjectKind,
    subject_id: checkout.subjectId,
    amount_cents: checkout.amountCents,
    currency: checkout.currency,
    fee_bps: checkout.feeBps,
    fee_cents: checkout.feeCents,
    coupon_id: checkout.couponId,
    coupon_code: checkout.couponCode,
    discount_cents: checkout.discountCents,
    exclusive_subject_id: checkout.exclusiveSubjectId,
    expires_at: checkout.expiresAt,
  }
}

function toCheckout(row: Selectable<Checkouts>): Checkout {
  return {
    id: row.id,
    organizationId: row.organization_id,
    offerId: row.offer_id,
    userId: row.user_id,
    email: row.email,
    tokenHash: row.token_hash,
    status: row.status as CheckoutStatus,
    title: row.title,
    subjectKind: row.subject_kind as Checkout['subjectKind'],
    subjectId: row.subject_id,
    amountCents: row.amount_cents,
    couponId: row.coupon_id,
    couponCode: row.coupon_code,
    discountCents: row.discount_cents,
    exclusiveSubjectId: row.exclusive_subject_id,
    currency: row.currency,
    feeCents: row.fee_cents,
    sessionId: row.provider_session_id,
    url: row.provider_url,
    expiresAt: row.expires_at,
  }
}
