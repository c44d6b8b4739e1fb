import type { Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Lessons } from '#platform/db/schema.ts'
import type { LessonKind } from '../course-words.ts'

/** A lesson's own row, without its content. */
export interface LessonRow {
  id: string
  course_id: string
  section_id: string
  title: string
  kind: string
  is_preview: boolean
  duration_seconds: number | null
}

/** Lessons that hold something: words, or the file that their kind is about. */
export async function countLessonsWithContent(tx: Tx, organizationId: string, courseId: string): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*)::int as count from lessons l join lesson_contents c on c.organization_id = l.organization_id and c.lesson_id = l.id
    where l.organization_id = ${organizationId} and l.course_id = ${courseId}
      and (c.body_html <> '' or c.media_file_id is not null
        or exists (select 1 from lesson_attachments a where a.organization_id = l.organization_id and a.lesson_id = l.id))`.execute(tx)
  return result.rows[0]?.count ?? 0
}

export async function findLesson(tx: Tx, organizationId: string, courseId: string, lessonId: string): Promise<LessonRow | null> {
  const found = await tx.selectFrom('lessons').select(['id', 'course_id', 'section_id', 'title', 'kind', 'is_preview', 'duration_seconds'])
    .where('organization_id', '=', organizationId).where('course_id', '=', courseId).where('id', '=', lessonId).executeTakeFirst()
  return found ?? null
}

export interface NewLesson {
  organizationId: string
  id: string
  courseId: string
  sectionId: string
  title: string
  kind: LessonKind
}

/** Inserts the lesson at the end of its section, with an empty content. */
export async function insertLesson(tx: Tx, lesson: NewLesson): Promise<void> {
  await tx.insertInto('lessons').values({
    organization_id: lesson.organizationId,
    id: lesson.id,
    course_id: lesson.courseId,
    section_id: lesson.sectionId,
    title: lesson.title,
    kind: lesson.kind,
    position: sql<number>`(select coalesce(max(position) + 1, 0) from lessons where organization_id = ${lesson.organizationId} and section_id = ${lesson.sectionId})`,
  }).execute()
  await tx.insertInto('lesson_contents').values({ organization_id: lesson.organizationId, lesson_id: lesson.id }).execute()
}

export async function updateLessonRow(tx: Tx, organizationId: string, lessonId: string, change: Updateable<Lessons>): Promise<void> {
  await tx.updateTable('lessons').set(change).where('organization_id', '=', organizationId).where('id', '=', lessonId).execute()
}

export async function writeLessonText(tx: Tx, organizationId: string, lessonId: string, bodyHtml: string): Promise<void> {
  await tx.updateTable('lesson_contents').set({ body_html: bodyHtml }).where('organization_id', '=', organizationId).where('lesson_id', '=', lessonId).execute()
}

export async function writeLessonMedia(tx: Tx, organizationId: string, lessonId: string, fileId: string | null): Promise<void> {
  await tx.updateTable('lesson_contents').set({ media_file_id: fileId }).where('organization_id', '=', organizationId).where('lesson_id', '=', lessonId).execute()
}

export async function deleteLessonRow(tx: Tx, organizationId: string, lessonId: string): Promise<void> {
  await tx.deleteFrom('lessons').where('organization_id', '=', organizationId).where('id', '=', lessonId).execute()
}

/** How many students have begun each lesson, for saying what would be lost. */
export async function countProgress(tx: Tx, organizationId: string, lessonIds: readonly string[]): Promise<number> {
  if (lessonIds.length === 0) return 0
  const result = await sql<{ count: number }>`select count(distinct user_id)::int as count from lesson_progress
    where organization_id = ${organizationId} and lesson_id = any(${[...lessonIds]}::uuid[])`.execute(tx)
  return result.rows[0]?.count ?? 0
}
