import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** A course that came with the school. */
export interface SampleRow {
  id: string
  lessonCount: number
  /** Somebody has it, had it, or ordered it. */
  isUsed: boolean
}

export async function listSamples(tx: Tx, organizationId: string): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    select c.id, c.lesson_count as "lessonCount",
      exists (select 1 from enrolments e where e.organization_id = c.organization_id and e.course_id = c.id) or count_course_sales(c.id) > 0 as "isUsed"
    from courses c where c.organization_id = ${organizationId} and c.is_sample and c.deleted_at is null order by c.position, c.id`.execute(tx)
  return rows
}

/** Makes what is left of the samples courses like any other. */
export async function adoptSamples(tx: Tx, organizationId: string): Promise<void> {
  await tx.updateTable('courses').set({ is_sample: false }).where('organization_id', '=', organizationId).where('is_sample', '=', true).execute()
}
