import type { Tx } from '#platform/db/transaction.ts'
import type { LessonKind } from '../progress/completion.ts'

/** A course that the asker can see, by its address. */
export async function findCourseBySlug(tx: Tx, organizationId: string, slug: string): Promise<{ id: string; slug: string; title: string; subject: string } | null> {
  const row = await tx
    .selectFrom('courses')
    .select(['id', 'slug', 'title', 'subject'])
    .where('organization_id', '=', organizationId)
    .where('slug', '=', slug)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** The asker's enrolment in a course, also an ended one. */
export interface OwnEnrolment {
  status: 'active' | 'ended'
  endedAt: Date | null
  completedAt: Date | null
  lastLessonId: string | null
}

export async function findOwnEnrolment(tx: Tx, key: { organizationId: string; courseId: string; userId: string }): Promise<OwnEnrolment | null> {
  const row = await tx
    .selectFrom('enrolments')
    .select(['status', 'ended_at', 'completed_at', 'last_lesson_id'])
    .where('organization_id', '=', key.organizationId)
    .where('course_id', '=', key.courseId)
    .where('user_id', '=', key.userId)
    .executeTakeFirst()
  return row ? { status: row.status as 'active' | 'ended', endedAt: row.ended_at, completedAt: row.completed_at, lastLessonId: row.last_lesson_id } : null
}

/** A lesson in the order of the syllabus, with the asker's progress in it. */
export interface LessonWithProgress {
  id: string
  title: string
  kind: LessonKind
  durationSeconds: number | null
  section: { id: string; title: string }
  isComplete: boolean
  completedBy: 'watched' | 'marked' | null
  watchedSeconds: number
  positionSeconds: number
}

/** All lessons of a course that the asker can see. */
export async function listLessonsWithProgress(tx: Tx, key: { organizationId: string; courseId: string; userId: string }): Promise<LessonWithProgress[]> {
  const rows = await tx
    .selectFrom('lessons as l')
    .innerJoin('sections as s', (join) => join.onRef('s.organization_id', '=', 'l.organization_id').onRef('s.id', '=', 'l.section_id'))
    .leftJoin('lesson_progress as p', (join) =>
      join.onRef('p.organization_id', '=', 'l.organization_id').onRef('p.lesson_id', '=', 'l.id').on('p.user_id', '=', key.userId),
    )
    .select(['l.id', 'l.title', 'l.kind', 'l.duration_seconds', 's.id as section_id', 's.title as section_title'])
    .select(['p.completed_at', 'p.completed_by', 'p.watched_seconds', 'p.position_seconds'])
    .where('l.organization_id', '=', key.organizationId)
    .where('l.course_id', '=', key.courseId)
    .orderBy('s.position')
    .orderBy('s.id')
    .orderBy('l.position')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind as LessonKind,
    durationSeconds: row.duration_seconds,
    section: { id: row.section_id, title: row.section_title },
    isComplete: row.completed_at !== null,
    completedBy: row.completed_by as 'watched' | 'marked' | null,
    watchedSeconds: row.watched_seconds ?? 0,
    positionSeconds: row.position_seconds ?? 0,
  }))
}
