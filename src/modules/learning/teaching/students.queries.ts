import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { TimeCursor } from '../time-cursor.ts'

export const studentsPerPage = 50

/** @returns null for a course that is not there for the asker */
export async function findTaughtCourse(tx: Tx, organizationId: string, courseId: string): Promise<{ id: string; title: string; slug: string; lessonCount: number } | null> {
  const row = await tx
    .selectFrom('courses as c')
    .select(['c.id', 'c.title', 'c.slug'])
    .select((eb) =>
      eb
        .selectFrom('lessons as l')
        .select((inner) => inner.fn.countAll<number>().as('lessons'))
        .whereRef('l.organization_id', '=', 'c.organization_id')
        .whereRef('l.course_id', '=', 'c.id')
        .as('lessonCount'),
    )
    .where('c.organization_id', '=', organizationId)
    .where('c.id', '=', courseId)
    .where('c.deleted_at', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, lessonCount: Number(row.lessonCount ?? 0) } : null
}

export async function countStudents(tx: Tx, organizationId: string, courseId: string): Promise<number> {
  const row = await tx
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll<number>().as('students'))
    .where('organization_id', '=', organizationId)
    .where('course_id', '=', courseId)
    .executeTakeFirstOrThrow()
  return Number(row.students)
}

/** One student's line. */
export interface StudentRow {
  id: string
  userId: string
  /** Empty for those who never gave one. */
  name: string
  status: string
  startedAt: Date
  completedAt: Date | null
  lastSeenAt: Date | null
  lastLessonTitle: string | null
  completedCount: number
}

/** The students of a course, newest first: one row more than a page, which says whether there is another. */
export async function listStudents(tx: Tx, key: { organizationId: string; courseId: string }, after: TimeCursor | null): Promise<StudentRow[]> {
  const rows = await sql<StudentRow>`
    select e.id, e.user_id as "userId", coalesce(nullif(m.display_name, ''), u.name, '') as name, e.status,
      date_trunc('milliseconds', e.started_at) as "startedAt", e.completed_at as "completedAt", e.last_seen_at as "lastSeenAt", l.title as "lastLessonTitle",
      (select count(*) from lesson_progress p join lessons done on done.organization_id = p.organization_id and done.id = p.lesson_id
       where p.organization_id = e.organization_id and p.course_id = e.course_id and p.user_id = e.user_id and p.completed_at is not null)::int as "completedCount"
    from enrolments e
    left join organization_memberships m on m.organization_id = e.organization_id and m.user_id = e.user_id
    left join users u on u.id = e.user_id
    left join lessons l on l.organization_id = e.organization_id and l.id = e.last_lesson_id
    where e.organization_id = ${key.organizationId} and e.course_id = ${key.courseId}
      and (${after === null} or (date_trunc('milliseconds', e.started_at), e.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by date_trunc('milliseconds', e.started_at) desc, e.id desc
    limit ${studentsPerPage + 1}`.execute(tx)
  return rows.rows
}
