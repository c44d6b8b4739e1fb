import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { EnrolmentSource, HeardOrder, StandingEnrolment } from './enrolment-standing.ts'

/** Whose enrolment in which course of which school. */
export interface Holder {
  organizationId: string
  courseId: string
  userId: string
}

/** Makes everything that changes one person's enrolment in one course follow each other until the transaction ends. */
export async function lockHolder(tx: Tx, holder: Holder): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`enrolment:${holder.organizationId}:${holder.courseId}:${holder.userId}`}, 0))`.execute(tx)
}

/** Notes that an order was paid or refunded; the first word of each kind stays. */
export async function noteOrder(tx: Tx, holder: Holder, order: { id: string; orderId: string; paidAt?: Date; refundedAt?: Date }): Promise<void> {
  await tx
    .insertInto('enrolment_orders')
    .values({
      organization_id: holder.organizationId,
      id: order.id,
      order_id: order.orderId,
      course_id: holder.courseId,
      user_id: holder.userId,
      paid_at: order.paidAt ?? null,
      refunded_at: order.refundedAt ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'order_id', 'course_id']).doUpdateSet((eb) => ({
        paid_at: eb.fn.coalesce('enrolment_orders.paid_at', 'excluded.paid_at'),
        refunded_at: eb.fn.coalesce('enrolment_orders.refunded_at', 'excluded.refunded_at'),
      })),
    )
    .execute()
}

/** What was heard of a person's orders of a course. */
export async function listHeardOrders(tx: Tx, holder: Holder): Promise<HeardOrder[]> {
  const rows = await tx
    .selectFrom('enrolment_orders')
    .select(['order_id', 'paid_at', 'refunded_at'])
    .where('organization_id', '=', holder.organizationId)
    .where('course_id', '=', holder.courseId)
    .where('user_id', '=', holder.userId)
    .execute()
  return rows.map((row) => ({ orderId: row.order_id, paidAt: row.paid_at, refundedAt: row.refunded_at }))
}

/** The enrolment of a person in a course, whatever its state. */
export async function findEnrolment(tx: Tx, holder: Holder): Promise<StandingEnrolment | null> {
  const row = await tx
    .selectFrom('enrolments')
    .select(['source', 'status', 'order_id'])
    .where('organization_id', '=', holder.organizationId)
    .where('course_id', '=', holder.courseId)
    .where('user_id', '=', holder.userId)
    .executeTakeFirst()
  return row ? { source: row.source as EnrolmentSource, status: row.status as 'active' | 'ended', orderId: row.order_id } : null
}

/** Opens an enrolment, or opens an ended one again; progress from before is kept. */
export async function openEnrolment(tx: Tx, holder: Holder, opening: { id: string; source: EnrolmentSource; orderId: string | null; at: Date }): Promise<void> {
  const { source, orderId: order_id, at: started_at } = opening
  await tx
    .insertInto('enrolments')
    .values({ organization_id: holder.organizationId, id: opening.id, course_id: holder.courseId, user_id: holder.userId, source, order_id, started_at })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'course_id', 'user_id']).doUpdateSet({ source, order_id, status: 'active', ended_at: null }),
    )
    .execute()
}

/** Ends an enrolment; what was learned stays for the day it is opened again. */
export async function endEnrolment(tx: Tx, holder: Holder, endedAt: Date): Promise<void> {
  await tx
    .updateTable('enrolments')
    .set({ status: 'ended', ended_at: endedAt })
    .where('organization_id', '=', holder.organizationId)
    .where('course_id', '=', holder.courseId)
    .where('user_id', '=', holder.userId)
    .where('status', '=', 'active')
    .execute()
}

/** A course that anyone may find, by its address. Published and unlisted ones only. */
export async function findOpenCourse(tx: Tx, organizationId: string, slug: string): Promise<{ id: string; title: string } | null> {
  const row = await tx
    .selectFrom('courses')
    .select(['id', 'title'])
    .where('organization_id', '=', organizationId)
    .where('slug', '=', slug)
    .where('status', 'in', ['published', 'unlisted'])
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
