import type { Tx } from '#platform/db/transaction.ts'

/** An active enrolment of the asker with its course. */
export interface ShelfRow {
  enrolmentId: string
  courseId: string
  slug: string
  title: string
  subject: string
  coverFileId: string | null
  coverStorageKey: string | null
  teacherName: string | null
  completedAt: Date | null
  lastLessonId: string | null
}

/** Most courses that a shelf shows; one person rarely has more than a few. */
export const shelfMax = 200

/** The asker's active enrolments, the one used last first. */
export async function listShelf(tx: Tx, organizationId: string, userId: string): Promise<ShelfRow[]> {
  const rows = await tx
    .selectFrom('enrolments as e')
    .innerJoin('courses as c', (join) => join.onRef('c.organization_id', '=', 'e.organization_id').onRef('c.id', '=', 'e.course_id'))
    .leftJoin('organization_memberships as m', (join) => join.onRef('m.organization_id', '=', 'c.organization_id').onRef('m.id', '=', 'c.instructor_membership_id'))
    .leftJoin('files as f', (join) => join.onRef('f.organization_id', '=', 'c.organization_id').onRef('f.id', '=', 'c.cover_file_id').on('f.status', '=', 'ready'))
    .select(['e.id as enrolmentId', 'c.id as courseId', 'c.slug', 'c.title', 'c.subject', 'f.id as coverFileId', 'f.storage_key as coverStorageKey'])
    .select(['m.display_name as teacherName', 'e.completed_at as completedAt', 'e.last_lesson_id as lastLessonId'])
    .where('e.organization_id', '=', organizationId)
    .where('e.user_id', '=', userId)
    .where('e.status', '=', 'active')
    .where('c.deleted_at', 'is', null)
    .orderBy((eb) => eb.fn.coalesce('e.last_seen_at', 'e.started_at'), 'desc')
    .orderBy('e.id')
    .limit(shelfMax)
    .execute()
  return rows
}

/** A lesson of a course on the shelf. */
export interface ShelfLesson {
  id: string
  courseId: string
  title: string
  isComplete: boolean
}

/** The lessons of several courses in the order of their syllabus, with whether the asker completed them. */
export async function listShelfLessons(tx: Tx, key: { organizationId: string; userId: string; courseIds: string[] }): Promise<ShelfLesson[]> {
  if (key.courseIds.length === 0) return []

  const rows = await tx
    .selectFrom('lessons as l')
    .innerJoin('sections as s', (join) => join.onRef('s.organization_id', '=', 'l.organization_id').onRef('s.id', '=', 'l.section_id'))
    .leftJoin('lesson_progress as p', (join) =>
      join.onRef('p.organization_id', '=', 'l.organization_id').onRef('p.lesson_id', '=', 'l.id').on('p.user_id', '=', key.userId),
    )
    .select(['l.id', 'l.course_id as courseId', 'l.title', 'p.completed_at'])
    .where('l.organization_id', '=', key.organizationId)
    .where('l.course_id', 'in', key.courseIds)
    .orderBy('s.position')
    .orderBy('s.id')
    .orderBy('l.position')
    .orderBy('l.id')
    .execute()
  return rows.map(({ completed_at, ...row }) => ({ ...row, isComplete: completed_at !== null }))
}
