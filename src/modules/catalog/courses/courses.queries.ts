import type { Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Courses } from '#platform/db/schema.ts'

/** A course as its row tells it. */
export interface CourseRow {
  id: string
  slug: string
  title: string
  subject: string
  level: string
  summary: string
  description_html: string
  outcomes: string[]
  status: string
  instructor_membership_id: string | null
  published_at: Date | null
}

const columns = ['id', 'slug', 'title', 'subject', 'level', 'summary', 'description_html', 'outcomes', 'status', 'instructor_membership_id', 'published_at'] as const

export async function findCourse(tx: Tx, organizationId: string, courseId: string): Promise<CourseRow | null> {
  const found = await tx.selectFrom('courses').select(columns)
    .where('organization_id', '=', organizationId).where('id', '=', courseId).where('deleted_at', 'is', null).executeTakeFirst()
  return found ?? null
}

/** Locks the course until the transaction ends: whoever changes its sections, lessons or state does so one after the other. */
export async function lockCourse(tx: Tx, organizationId: string, courseId: string): Promise<CourseRow | null> {
  const found = await tx.selectFrom('courses').select(columns)
    .where('organization_id', '=', organizationId).where('id', '=', courseId).where('deleted_at', 'is', null).forUpdate().executeTakeFirst()
  return found ?? null
}

/** The addresses of a school's courses that begin with a slug, also of deleted ones: links to those must not lead astray. */
export async function listSlugsLike(tx: Tx, organizationId: string, slug: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('courses').select('slug').where('organization_id', '=', organizationId).where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

/** Makes new courses of one school follow each other, so that two with one title get two addresses. */
export async function lockNewCourses(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`courses:${organizationId}`}, 0))`.execute(tx)
}

export async function insertCourse(tx: Tx, course: { organizationId: string; id: string; slug: string; title: string; isSample?: boolean }): Promise<void> {
  await tx.insertInto('courses').values({
    organization_id: course.organizationId,
    id: course.id,
    slug: course.slug,
    title: course.title,
    is_sample: course.isSample ?? false,
    position: sql<number>`(select coalesce(max(position) + 1, 0) from courses where organization_id = ${course.organizationId})`,
  }).execute()
}

export async function updateCourseRow(tx: Tx, organizationId: string, courseId: string, change: Updateable<Courses>): Promise<void> {
  await tx.updateTable('courses').set(change).where('organization_id', '=', organizationId).where('id', '=', courseId).execute()
}

/** Whether a membership exists here and may teach. */
export async function isTeacher(tx: Tx, organizationId: string, membershipId: string): Promise<boolean> {
  const found = await tx.selectFrom('organization_memberships').select('id')
    .where('organization_id', '=', organizationId).where('id', '=', membershipId).where('deleted_at', 'is', null)
    .where('role', 'in', ['owner', 'admin', 'instructor']).executeTakeFirst()
  return found !== undefined
}

/** Who can be named as the teacher of a course. */
export async function listTeachers(tx: Tx, organizationId: string): Promise<{ membershipId: string; name: string }[]> {
  const rows = await tx.selectFrom('organization_memberships').select(['id', 'display_name'])
    .where('organization_id', '=', organizationId).where('deleted_at', 'is', null)
    .where('role', 'in', ['owner', 'admin', 'instructor']).orderBy('display_name').orderBy('id').execute()
  return rows.map((row) => ({ membershipId: row.id, name: row.display_name }))
}

/** How many learn the course now, how many ever did, and how many sales of it are paid or under way. */
export async function countUse(tx: Tx, organizationId: string, courseId: string): Promise<{ students: number; enrolments: number; orders: number }> {
  const result = await sql<{ students: number; enrolments: number; orders: number }>`
    select count(*) filter (where status = 'active')::int as students, count(*)::int as enrolments, count_course_sales(${courseId}) as orders
    from enrolments where organization_id = ${organizationId} and course_id = ${courseId}`.execute(tx)
  return result.rows[0] ?? { students: 0, enrolments: 0, orders: 0 }
}
