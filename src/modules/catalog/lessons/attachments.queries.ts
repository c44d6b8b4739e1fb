import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** The attachments of a lesson in their order, as ids of their rows. */
export async function listAttachmentIds(tx: Tx, organizationId: string, lessonId: string): Promise<string[]> {
  const rows = await tx.selectFrom('lesson_attachments').select('id')
    .where('organization_id', '=', organizationId).where('lesson_id', '=', lessonId).orderBy('position').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Adds a file at the end; one that is there already stays where it is. */
export async function insertAttachment(tx: Tx, attachment: { organizationId: string; id: string; lessonId: string; fileId: string; position: number }): Promise<void> {
  await tx.insertInto('lesson_attachments').values({
    organization_id: attachment.organizationId,
    id: attachment.id,
    lesson_id: attachment.lessonId,
    file_id: attachment.fileId,
    position: attachment.position,
  }).onConflict((conflict) => conflict.columns(['organization_id', 'lesson_id', 'file_id']).doNothing()).execute()
}

export async function deleteAttachment(tx: Tx, organizationId: string, attachmentId: string): Promise<void> {
  await tx.deleteFrom('lesson_attachments').where('organization_id', '=', organizationId).where('id', '=', attachmentId).execute()
}

/** Writes an order down, positions dense from 0. */
export async function writeAttachmentOrder(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  await sql`update lesson_attachments set position = (placed.ordinality - 1)::int
    from unnest(${[...ids]}::uuid[]) with ordinality as placed(id, ordinality)
    where lesson_attachments.organization_id = ${organizationId} and lesson_attachments.id = placed.id`.execute(tx)
}
