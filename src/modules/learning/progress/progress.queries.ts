import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { LessonKind } from './completion.ts'
import { formatMultirange, parseMultirange, type Watched } from './watched-ranges.ts'

/** A lesson that the asker can see, with what progress needs of it. */
export interface LessonToLearn {
  lessonId: string
  courseId: string
  kind: LessonKind
  durationSeconds: number | null
}

/** The asker's active enrolment. */
export interface OpenEnrolment {
  enrolmentId: string
  completedAt: Date | null
  lastLessonId: string | null
}

/** How far one lesson is. */
export interface LessonProgress {
  id: string
  watched: Watched
  watchedSeconds: number
  positionSeconds: number
  spareSeconds: number
  startedAt: Date
  lastReportAt: Date | null
  completedAt: Date | null
}

/** Whose progress in which lesson. */
export interface ProgressKey {
  organizationId: string
  userId: string
  courseId: string
  lessonId: string
}

/** @returns null for lessons of other schools and of courses the asker cannot see: as if they did not exist */
export async function findLessonToLearn(tx: Tx, organizationId: string, lessonId: string): Promise<LessonToLearn | null> {
  const row = await tx
    .selectFrom('lessons')
    .select(['id', 'course_id', 'kind', 'duration_seconds'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', lessonId)
    .executeTakeFirst()
  return row ? { lessonId: row.id, courseId: row.course_id, kind: row.kind as LessonKind, durationSeconds: row.duration_seconds } : null
}

/**
 * Reads the active enrolment and holds it until the transaction ends: two lessons that are finished at once both see
 * the other, and a refund waits its turn.
 */
export async function holdEnrolment(tx: Tx, key: Omit<ProgressKey, 'lessonId'>): Promise<OpenEnrolment | null> {
  const row = await tx
    .selectFrom('enrolments')
    .select(['id', 'completed_at', 'last_lesson_id'])
    .where('organization_id', '=', key.organizationId)
    .where('course_id', '=', key.courseId)
    .where('user_id', '=', key.userId)
    .where('status', '=', 'active')
    .forUpdate()
    .executeTakeFirst()
  return row ? { enrolmentId: row.id, completedAt: row.completed_at, lastLessonId: row.last_lesson_id } : null
}

/** Notes which lesson the person is at. */
export async function noteLastLesson(tx: Tx, note: { organizationId: string; enrolmentId: string; lessonId: string; seenAt: Date }): Promise<void> {
  await tx
    .updateTable('enrolments')
    .set({ last_lesson_id: note.lessonId, last_seen_at: note.seenAt })
    .where('organization_id', '=', note.organizationId)
    .where('id', '=', note.enrolmentId)
    .execute()
}

/** The person's progress in a lesson; begins it when there is none. The enrolment must be held. */
export async function beginProgress(tx: Tx, key: ProgressKey, begin: { id: string; at: Date }): Promise<LessonProgress> {
  await tx
    .insertInto('lesson_progress')
    .values({ organization_id: key.organizationId, id: begin.id, user_id: key.userId, course_id: key.courseId, lesson_id: key.lessonId, started_at: begin.at })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id', 'lesson_id']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('lesson_progress')
    .select(['id', 'watched_seconds', 'position_seconds', 'spare_seconds', 'started_at', 'last_report_at', 'completed_at'])
    .select(sql<string>`watched::text`.as('watched'))
    .where('organization_id', '=', key.organizationId)
    .where('user_id', '=', key.userId)
    .where('lesson_id', '=', key.lessonId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    watched: parseMultirange(row.watched),
    watchedSeconds: row.watched_seconds,
    positionSeconds: row.position_seconds,
    spareSeconds: row.spare_seconds,
    startedAt: row.started_at,
    lastReportAt: row.last_report_at,
    completedAt: row.completed_at,
  }
}

/** What a believed report changes. */
export interface WatchingChange {
  watched: Watched
  watchedSeconds: number
  positionSeconds: number
  spareSeconds: number
  reportedAt: Date
}

export async function storeWatching(tx: Tx, organizationId: string, id: string, change: WatchingChange): Promise<void> {
  await tx
    .updateTable('lesson_progress')
    .set({
      // Added and not replaced: whatever stands in the row can only grow.
      watched: sql`watched + ${formatMultirange(change.watched)}::int4multirange`,
      watched_seconds: change.watchedSeconds,
      position_seconds: change.positionSeconds,
      spare_seconds: change.spareSeconds,
      last_report_at: change.reportedAt,
    })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

/** @returns whether it was not complete before */
export async function completeLesson(tx: Tx, organizationId: string, id: string, completion: { at: Date; by: 'watched' | 'marked' }): Promise<boolean> {
  const row = await tx
    .updateTable('lesson_progress')
    .set({ completed_at: completion.at, completed_by: completion.by })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('completed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** How many lessons a course has, and how many of them the person completed. */
export async function countLessons(tx: Tx, key: Omit<ProgressKey, 'lessonId'>): Promise<{ lessons: number; completed: number }> {
  const row = await tx
    .selectFrom('lessons as l')
    .leftJoin('lesson_progress as p', (join) =>
      join
        .onRef('p.organization_id', '=', 'l.organization_id')
        .onRef('p.lesson_id', '=', 'l.id')
        .on('p.user_id', '=', key.userId)
        .on('p.completed_at', 'is not', null),
    )
    .select((eb) => [eb.fn.countAll<number>().as('lessons'), eb.fn.count<number>('p.id').as('completed')])
    .where('l.organization_id', '=', key.organizationId)
    .where('l.course_id', '=', key.courseId)
    .executeTakeFirstOrThrow()
  return { lessons: Number(row.lessons), completed: Number(row.completed) }
}

/** Marks the course as complete. @returns its title and the enrolment, or null when it was complete before */
export async function completeEnrolment(tx: Tx, organizationId: string, enrolmentId: string, at: Date): Promise<{ title: string } | null> {
  const updated = await tx
    .updateTable('enrolments')
    .set({ completed_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', enrolmentId)
    .where('completed_at', 'is', null)
    .returning('course_id')
    .executeTakeFirst()
  if (!updated) return null

  return tx
    .selectFrom('courses')
    .select('title')
    .where('organization_id', '=', organizationId)
    .where('id', '=', updated.course_id)
    .executeTakeFirstOrThrow()
}
