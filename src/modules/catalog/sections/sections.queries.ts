import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

export async function insertSection(tx: Tx, section: { organizationId: string; id: string; courseId: string; title: string }): Promise<void> {
  await tx.insertInto('sections').values({
    organization_id: section.organizationId,
    id: section.id,
    course_id: section.courseId,
    title: section.title,
    position: sql<number>`(select coalesce(max(position) + 1, 0) from sections where organization_id = ${section.organizationId} and course_id = ${section.courseId})`,
  }).execute()
}

/** @returns false when the section is not in this course */
export async function renameSectionRow(tx: Tx, place: { organizationId: string; courseId: string; sectionId: string }, title: string): Promise<boolean> {
  const done = await tx.updateTable('sections').set({ title })
    .where('organization_id', '=', place.organizationId).where('course_id', '=', place.courseId).where('id', '=', place.sectionId).executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** @returns false when the section is not in this course */
export async function deleteSectionRow(tx: Tx, place: { organizationId: string; courseId: string; sectionId: string }): Promise<boolean> {
  await tx.deleteFrom('lessons')
    .where('organization_id', '=', place.organizationId).where('course_id', '=', place.courseId).where('section_id', '=', place.sectionId).execute()
  const done = await tx.deleteFrom('sections')
    .where('organization_id', '=', place.organizationId).where('course_id', '=', place.courseId).where('id', '=', place.sectionId).executeTakeFirst()
  return done.numDeletedRows > 0n
}
