import { sql, type Selectable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Coupons } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { SubjectKind } from '../offers/offer.ts'
import type { Coupon, CouponSubject, CouponTerms } from './coupon.ts'

/** The coupon of a code that somebody may begin with; archived ones are nobody's. */
export async function findCouponByCode(tx: Tx, organizationId: string, code: string): Promise<Coupon | null> {
  const row = await coupons(tx, organizationId).where('code', '=', code).where('archived_at', 'is', null).executeTakeFirst()
  return row ? toCoupon(row) : null
}

export async function findCoupon(tx: Tx, organizationId: string, couponId: string): Promise<Coupon | null> {
  const row = await coupons(tx, organizationId).where('id', '=', couponId).executeTakeFirst()
  return row ? toCoupon(row) : null
}

/**
 * Makes those who take a use of a coupon, and who change it, follow each other until the transaction ends. It leaves
 * keys alone: a checkout that is booked meanwhile points to the coupon and does not wait.
 *
 * @returns the coupon as it is once it is held; null when nobody may begin with it
 */
export async function lockCouponByCode(tx: Tx, organizationId: string, code: string): Promise<Coupon | null> {
  const held = await tx.selectFrom('coupons').select('id').where('organization_id', '=', organizationId).where('code', '=', code).where('archived_at', 'is', null).forNoKeyUpdate().executeTakeFirst()
  return held ? findCoupon(tx, organizationId, held.id) : null
}

/** The same by its id, archived or not. */
export async function lockCoupon(tx: Tx, organizationId: string, couponId: string): Promise<Coupon | null> {
  const held = await tx.selectFrom('coupons').select('id').where('organization_id', '=', organizationId).where('id', '=', couponId).forNoKeyUpdate().executeTakeFirst()
  return held ? findCoupon(tx, organizationId, held.id) : null
}

/** @returns false when another coupon that is not archived has the code */
export async function insertCoupon(tx: Tx, coupon: Pick<Coupon, 'id' | 'organizationId'> & CouponTerms): Promise<boolean> {
  const written = await tx
    .insertInto('coupons')
    .values({ organization_id: coupon.organizationId, id: coupon.id, ...columnsOf(coupon) })
    .onConflict((conflict) => conflict.columns(['organization_id', 'code']).where('archived_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

export async function updateCoupon(tx: Tx, coupon: Pick<Coupon, 'id' | 'organizationId'> & CouponTerms): Promise<void> {
  await tx.updateTable('coupons').set(columnsOf(coupon)).where('organization_id', '=', coupon.organizationId).where('id', '=', coupon.id).execute()
}

/** Whether another coupon that is not archived has the code. */
export async function isCodeTaken(tx: Tx, coupon: Pick<Coupon, 'id' | 'organizationId' | 'code'>): Promise<boolean> {
  const row = await tx.selectFrom('coupons').select('id').where('organization_id', '=', coupon.organizationId).where('code', '=', coupon.code)
    .where('archived_at', 'is', null).where('id', '<>', coupon.id).executeTakeFirst()
  return row !== undefined
}

export async function setArchived(tx: Tx, coupon: Pick<Coupon, 'id' | 'organizationId'>, archivedAt: Date | null): Promise<void> {
  await tx.updateTable('coupons').set({ archived_at: archivedAt }).where('organization_id', '=', coupon.organizationId).where('id', '=', coupon.id).execute()
}

export async function deleteCoupon(tx: Tx, coupon: Pick<Coupon, 'id' | 'organizationId'>): Promise<void> {
  await tx.deleteFrom('coupons').where('organization_id', '=', coupon.organizationId).where('id', '=', coupon.id).execute()
}

/** Puts what a coupon is for in the place of what it was for. @param rows each with a new uuid */
export async function replaceSubjects(tx: Tx, coupon: Pick<Coupon, 'id' | 'organizationId'>, rows: (CouponSubject & { id: string })[]): Promise<void> {
  await tx.deleteFrom('coupon_subjects').where('organization_id', '=', coupon.organizationId).where('coupon_id', '=', coupon.id).execute()
  if (rows.length === 0) return
  await tx
    .insertInto('coupon_subjects')
    .values(rows.map((row) => ({ organization_id: coupon.organizationId, id: row.id, coupon_id: coupon.id, subject_kind: row.subjectKind, subject_id: row.subjectId })))
    .execute()
}

/** A page of coupons, newest first. `after` is the id of the last one seen. */
export async function selectCoupons(tx: Tx, wanted: { organizationId: string; isArchived: boolean; after: string | null; limit: number }): Promise<Coupon[]> {
  let query = coupons(tx, wanted.organizationId).where('archived_at', wanted.isArchived ? 'is not' : 'is', null)
  if (wanted.after) query = query.where('id', '<', wanted.after)
  const rows = await query.orderBy('id', 'desc').limit(wanted.limit).execute()
  return rows.map(toCoupon)
}

export async function countCoupons(tx: Tx, organizationId: string): Promise<{ current: number; archived: number }> {
  const found = await sql<{ current: number; archived: number }>`
    select count(*) filter (where archived_at is null)::int as current, count(*) filter (where archived_at is not null)::int as archived
    from coupons where organization_id = ${organizationId}`.execute(tx)
  return found.rows[0] ?? { current: 0, archived: 0 }
}

function columnsOf(terms: CouponTerms) {
  const { discount } = terms
  return {
    code: terms.code,
    kind: discount.kind,
    percent_bps: discount.kind === 'percent' ? discount.percentBps : null,
    amount_cents: discount.kind === 'fixed' ? discount.amountCents : null,
    currency: discount.kind === 'fixed' ? discount.currency : null,
    is_for_all: terms.subjects === null,
    uses_max: terms.usesMax,
    uses_per_person_max: terms.usesPerPersonMax,
    starts_on: terms.startsOn,
    ends_on: terms.endsOn,
  }
}

/** A school's coupons, each with what it is for. */
function coupons(tx: Tx, organizationId: string) {
  return tx
    .selectFrom('coupons')
    .selectAll()
    .select((row) => jsonArrayFrom(
      row.selectFrom('coupon_subjects as s').select(['s.subject_kind as subjectKind', 's.subject_id as subjectId'])
        .whereRef('s.organization_id', '=', 'coupons.organization_id').whereRef('s.coupon_id', '=', 'coupons.id').orderBy('s.id'),
    ).as('subjects'))
    .where('organization_id', '=', organizationId)
}

function toCoupon(row: Selectable<Coupons> & { subjects: { subjectKind: string; subjectId: string }[] }): Coupon {
  return {
    id: row.id,
    organizationId: row.organization_id,
    code: row.code,
    // A check of the table holds kind and columns together.
    discount: row.kind === 'percent' ? { kind: 'percent', percentBps: row.percent_bps ?? 0 } : { kind: 'fixed', amountCents: row.amount_cents ?? 0, currency: row.currency ?? '' },
    subjects: row.is_for_all ? null : row.subjects.map(({ subjectKind, subjectId }) => ({ subjectKind: subjectKind as SubjectKind, subjectId })),
    usesMax: row.uses_max,
    usesPerPersonMax: row.uses_per_person_max,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    archivedAt: row.archived_at,
  }
}
