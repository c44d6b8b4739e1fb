import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { StoredFile } from '#modules/files/index.ts'
import type { LessonKind } from '../course-words.ts'

/** A lesson with everything in it. */
export interface LessonContent {
  id: string
  courseId: string
  sectionId: string
  title: string
  kind: LessonKind
  isPreview: boolean
  durationSeconds: number | null
  bodyHtml: string
  /** What it plays or shows; null for lessons of words. */
  media: StoredFile | null
  attachments: (StoredFile & { attachmentId: string })[]
}

type Row = Omit<LessonContent, 'media' | 'attachments'> & { media: StoredFile | null; attachments: LessonContent['attachments'] | null }

const storedFile = (alias: string) => sql.raw(`json_build_object('fileId', ${alias}.id, 'storageKey', ${alias}.storage_key, 'name', ${alias}.name,
  'purpose', ${alias}.purpose, 'mediaType', ${alias}.media_type, 'sizeBytes', ${alias}.size_bytes, 'durationSeconds', ${alias}.duration_seconds)`)

/** A lesson with its content, in one question; the policies give a row only to those who may learn it. */
export async function findLessonContent(tx: Tx, courseId: string, lessonId: string): Promise<LessonContent | null> {
  const result = await sql<Row>`
    select l.id, l.course_id as "courseId", l.section_id as "sectionId", l.title, l.kind, l.is_preview as "isPreview",
      l.duration_seconds as "durationSeconds", c.body_html as "bodyHtml",
      (select ${storedFile('f')} from files f where f.organization_id = c.organization_id and f.id = c.media_file_id and f.status = 'ready') as media,
      (select json_agg(${storedFile('f')}::jsonb || jsonb_build_object('attachmentId', a.id) order by a.position, a.id)
        from lesson_attachments a join files f on f.organization_id = a.organization_id and f.id = a.file_id and f.status = 'ready'
        where a.organization_id = l.organization_id and a.lesson_id = l.id) as attachments
    from lessons l join lesson_contents c on c.organization_id = l.organization_id and c.lesson_id = l.id
    where l.organization_id = (select current_organization()) and l.course_id = ${courseId} and l.id = ${lessonId}`.execute(tx)
  const row = result.rows[0]
  return row ? { ...row, attachments: row.attachments ?? [] } : null
}
