import type { Tx } from '#platform/ctx.ts'
import { sql } from 'kysely'
import type { LessonKind } from '../course-words.ts'

/** A lesson as the syllabus shows it: never its content. */
export interface SyllabusLesson {
  id: string
  title: string
  kind: LessonKind
  durationSeconds: number | null
  isPreview: boolean
}

export interface SyllabusSection {
  id: string
  title: string
  lessons: SyllabusLesson[]
}

type SectionRow = { id: string; title: string; lessons: SyllabusLesson[] }

/** The sections and lessons of a course in their order, in one question. */
export async function listSections(tx: Tx, courseId: string): Promise<SyllabusSection[]> {
  const result = await sql<SectionRow>`
    select s.id, s.title, coalesce(l.lessons, '[]'::json) as lessons
    from sections s left join lateral (
      select json_agg(json_build_object('id', l.id, 'title', l.title, 'kind', l.kind, 'durationSeconds', l.duration_seconds, 'isPreview', l.is_preview) order by l.position, l.id) as lessons
      from lessons l where l.organization_id = s.organization_id and l.section_id = s.id
    ) l on true
    where s.organization_id = (select current_organization()) and s.course_id = ${courseId}
    order by s.position, s.id`.execute(tx)
  return result.rows
}
