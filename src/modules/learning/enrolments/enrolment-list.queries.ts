import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { EnrolmentSource } from './enrolment-standing.ts'

/** Who may learn what, and how they came by it. */
export interface Enrolment {
  id: string
  courseId: string
  userId: string
  status: 'active' | 'ended'
  source: EnrolmentSource
  startedAt: Date
  endedAt: Date | null
  completedAt: Date | null
}

const columns = sql<Enrolment>`e.id, e.course_id as "courseId", e.user_id as "userId", e.status, e.source,
  e.started_at as "startedAt", e.ended_at as "endedAt", e.completed_at as "completedAt"`

/** Which enrolments, newest first; `after` is the id of the last one seen. */
export interface EnrolmentsWanted {
  organizationId: string
  courseId: string | null
  userId: string | null
  after: string | null
  limit: number
}

export async function selectEnrolments(tx: Tx, { organizationId, courseId, userId, after, limit }: EnrolmentsWanted): Promise<Enrolment[]> {
  const narrowed = [
    ...(courseId ? [sql`and e.course_id = ${courseId}::uuid`] : []),
    ...(userId ? [sql`and e.user_id = ${userId}::uuid`] : []),
    ...(after ? [sql`and e.id < ${after}::uuid`] : []),
  ]
  const found = await sql<Enrolment>`select ${columns} from enrolments e
    where e.organization_id = ${organizationId} ${sql.join(narrowed, sql` `)} order by e.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function findEnrolmentById(tx: Tx, organizationId: string, id: string): Promise<Enrolment | null> {
  const found = await sql<Enrolment>`select ${columns} from enrolments e where e.organization_id = ${organizationId} and e.id = ${id}::uuid`.execute(tx)
  return found.rows[0] ?? null
}

/** A course that people can be let into: on the site, or found by those who know its address. */
export async function isCourseToGive(tx: Tx, organizationId: string, courseId: string): Promise<boolean> {
  const row = await tx.selectFrom('courses').select('id')
    .where('organization_id', '=', organizationId).where('id', '=', courseId).where('status', 'in', ['published', 'unlisted']).where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns null when the database does not let it: no such person in the school, or no right to give */
export async function writeGivenEnrolment(tx: Tx, given: { id: string; courseId: string; userId: string }): Promise<{ enrolment: string; is_new: boolean } | null> {
  const found = await sql<{ enrolment: string; is_new: boolean }>`select * from give_enrolment(${given.id}::uuid, ${given.courseId}::uuid, ${given.userId}::uuid)`.execute(tx)
  return found.rows[0] ?? null
}

/** @returns whether it was ended now */
export async function endGiven(tx: Tx, id: string): Promise<boolean> {
  const found = await sql<{ ended: boolean }>`select end_given_enrolment(${id}::uuid) as ended`.execute(tx)
  return found.rows[0]?.ended ?? false
}
