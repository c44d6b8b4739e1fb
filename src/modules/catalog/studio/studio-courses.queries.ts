import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { CourseStatus, LessonKind } from '../course-words.ts'

/** A course as the studio lists it. */
export interface StudioCourseRow {
  id: string
  slug: string
  title: string
  subject: string
  status: CourseStatus
  position: number
  lessonCount: number
  /** Who learn it now. */
  studentCount: number
}

/** One page of a school's courses, drafts and all, in the school's order. */
export async function listStudioRows(tx: Tx, organizationId: string, page: { after: { position: number; id: string } | null; limit: number }): Promise<StudioCourseRow[]> {
  const after = page.after ? sql`and (c.position, c.id) > (${page.after.position}, ${page.after.id}::uuid)` : sql``
  const result = await sql<StudioCourseRow>`
    select c.id, c.slug, c.title, c.subject, c.status, c.position,
      c.lesson_count as "lessonCount",
      (select count(*)::int from enrolments e where e.organization_id = c.organization_id and e.course_id = c.id and e.status = 'active') as "studentCount"
    from courses c where c.organization_id = ${organizationId} and c.deleted_at is null ${after}
    order by c.position, c.id limit ${page.limit}`.execute(tx)
  return result.rows
}

/** A lesson in the builder: what the syllabus shows, and whether there is anything in it yet. */
export interface BuilderLesson {
  id: string
  title: string
  kind: LessonKind
  isPreview: boolean
  durationSeconds: number | null
  hasContent: boolean
  /** How many have begun it. */
  studentCount: number
}

export interface BuilderSection {
  id: string
  title: string
  lessons: BuilderLesson[]
}

/** What a course is built of, in order. */
export async function listBuilderSections(tx: Tx, organizationId: string, courseId: string): Promise<BuilderSection[]> {
  const result = await sql<BuilderSection>`
    select s.id, s.title, coalesce(l.lessons, '[]'::json) as lessons
    from sections s left join lateral (
      select json_agg(json_build_object('id', l.id, 'title', l.title, 'kind', l.kind, 'isPreview', l.is_preview, 'durationSeconds', l.duration_seconds,
        'hasContent', coalesce(c.body_html <> '' or c.media_file_id is not null, false)
          or exists (select 1 from lesson_attachments a where a.organization_id = l.organization_id and a.lesson_id = l.id),
        'studentCount', (select count(*) from lesson_progress p where p.organization_id = l.organization_id and p.lesson_id = l.id)
      ) order by l.position, l.id) as lessons
      from lessons l left join lesson_contents c on c.organization_id = l.organization_id and c.lesson_id = l.id
      where l.organization_id = s.organization_id and l.section_id = s.id
    ) l on true
    where s.organization_id = ${organizationId} and s.course_id = ${courseId}
    order by s.position, s.id`.execute(tx)
  return result.rows
}
