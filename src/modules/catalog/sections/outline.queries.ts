import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Outline } from './outline.ts'

/** The order of a course as it stands. Read under the lock of the course when it will be changed. */
export async function readOutline(tx: Tx, organizationId: string, courseId: string): Promise<Outline> {
  const sections = await tx.selectFrom('sections').select('id')
    .where('organization_id', '=', organizationId).where('course_id', '=', courseId).orderBy('position').orderBy('id').execute()
  const lessons = await tx.selectFrom('lessons').select(['id', 'section_id'])
    .where('organization_id', '=', organizationId).where('course_id', '=', courseId).orderBy('position').orderBy('id').execute()
  return sections.map(({ id }) => ({ sectionId: id, lessonIds: lessons.filter((lesson) => lesson.section_id === id).map((lesson) => lesson.id) }))
}

/** Writes an order down, positions dense from 0; only rows that moved are touched. */
export async function writeOutline(tx: Tx, organizationId: string, outline: Outline): Promise<void> {
  const sectionIds = outline.map((section) => section.sectionId)
  const lessonIds = outline.flatMap((section) => section.lessonIds)
  const homes = outline.flatMap((section) => section.lessonIds.map(() => section.sectionId))
  const places = outline.flatMap((section) => section.lessonIds.map((_, index) => index))
  await sql`update sections set position = placed.position
    from (select id, (row_number() over (order by ordinality) - 1)::int as position from unnest(${sectionIds}::uuid[]) with ordinality as given(id, ordinality)) placed
    where sections.organization_id = ${organizationId} and sections.id = placed.id and sections.position <> placed.position`.execute(tx)
  await sql`update lessons set section_id = placed.section_id, position = placed.position
    from unnest(${lessonIds}::uuid[], ${homes}::uuid[], ${places}::int[]) as placed(id, section_id, position)
    where lessons.organization_id = ${organizationId} and lessons.id = placed.id
      and (lessons.section_id, lessons.position) is distinct from (placed.section_id, placed.position)`.execute(tx)
}
