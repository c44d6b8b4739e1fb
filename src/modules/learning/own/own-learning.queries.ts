import type { OwnScope } from '#modules/tenancy/index.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'

/** The courses of a person. */
export async function listOwnEnrolments(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, c.title as course, e.source, e.status, e.created_at as "since", e.last_seen_at as "lastSeenAt", e.completed_at as "completedAt"
    from enrolments e join courses c on c.organization_id = e.organization_id and c.id = e.course_id join organizations s on s.id = e.organization_id
    where e.user_id = ${userId} and (${organizationId}::uuid is null or e.organization_id = ${organizationId}::uuid) order by e.created_at`.execute(tx)
  return rows
}

/** How far a person is in each lesson. */
export async function listOwnProgress(tx: Tx, { userId, organizationId }: OwnScope): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select s.name as school, c.title as course, l.title as lesson, p.watched_seconds as "watchedSeconds", p.position_seconds as "positionSeconds", p.started_at as "startedAt", p.completed_at as "completedAt", p.completed_by as "completedBy"
    from lesson_progress p join lessons l on l.organization_id = p.organization_id and l.id = p.lesson_id
    join courses c on c.organization_id = p.organization_id and c.id = p.course_id join organizations s on s.id = p.organization_id
    where p.user_id = ${userId} and (${organizationId}::uuid is null or p.organization_id = ${organizationId}::uuid) order by p.started_at`.execute(tx)
  return rows
}

/** How many courses a person may open, and in how many lessons they have progress. */
export async function countOwnLearning(tx: Tx, { userId, organizationId }: OwnScope): Promise<{ courses: number; lessons: number }> {
  const { rows } = await sql<{ courses: number; lessons: number }>`
    select
      (select count(*)::int from enrolments where user_id = ${userId} and status = 'active' and (${organizationId}::uuid is null or organization_id = ${organizationId}::uuid)) as courses,
      (select count(*)::int from lesson_progress where user_id = ${userId} and (${organizationId}::uuid is null or organization_id = ${organizationId}::uuid)) as lessons`.execute(tx)
  return rows[0] ?? { courses: 0, lessons: 0 }
}

/** Ends what a person learnt in a school: courses close, and how far they were is deleted. */
export async function endLearning(tx: Tx, { userId, organizationId }: { userId: string; organizationId: string }): Promise<void> {
  await tx.updateTable('enrolments').set({ status: 'ended', last_lesson_id: null }).where('organization_id', '=', organizationId).where('user_id', '=', userId).execute()
  await tx.deleteFrom('lesson_progress').where('organization_id', '=', organizationId).where('user_id', '=', userId).execute()
}
