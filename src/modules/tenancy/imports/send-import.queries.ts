import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { ImportOutcome, InvitedRole } from './import.schema.ts'

/** An import that is being sent, locked until the transaction ends. */
export async function lockRunningImport(tx: Tx, organizationId: string, id: string): Promise<{ startedBy: string } | null> {
  const found = await tx
    .selectFrom('invitation_imports')
    .select('started_by as startedBy')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()
  return found ?? null
}

/** How many invitations imports of all schools have sent in the last minute. */
export async function countSentLately(tx: Tx, since: Date): Promise<number> {
  const { rows } = await sql<{ number: number }>`select count(*)::int as number from invitation_import_rows where sent_at > ${since}`.execute(tx)
  return rows[0]?.number ?? 0
}

/** A row that is still to be sent. */
export interface RowToSend {
  id: string
  number: number
  email: string
  role: InvitedRole
  customValues: Record<string, string[]>
}

export async function selectRowsToSend(tx: Tx, organizationId: string, importId: string, limit: number): Promise<RowToSend[]> {
  const { rows } = await sql<RowToSend>`
    select id, row_number as number, email, role, custom_values as "customValues" from invitation_import_rows
    where organization_id = ${organizationId} and import_id = ${importId} and outcome = 'new' order by row_number limit ${limit}`.execute(tx)
  return rows
}

export async function markRow(tx: Tx, organizationId: string, id: string, done: { outcome: ImportOutcome; invitationId?: string; at: Date }): Promise<void> {
  await tx
    .updateTable('invitation_import_rows')
    .set({ outcome: done.outcome, invitation_id: done.invitationId ?? null, sent_at: done.outcome === 'sent' ? done.at : null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

/** @returns how many imports were old enough to go, with their rows */
export async function deleteOldImports(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('invitation_imports').where('created_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
