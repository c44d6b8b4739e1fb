import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { ImportOutcome, InvitedRole } from './import.schema.ts'
import type { JudgedRow } from './judge-rows.ts'

export type ImportState = 'checked' | 'running' | 'stopped' | 'done'

/** A file of people to invite, with how many rows came to what. */
export interface InvitationImport {
  id: string
  state: ImportState
  unusedColumns: string[]
  createdAt: Date
  endedAt: Date | null
  counts: Record<ImportOutcome, number>
  /** Of those that were sent: how many nobody has answered yet, so that they can be taken back. */
  unansweredCount: number
}

/** A row of an import. */
export interface ImportRow {
  number: number
  email: string
  givenRole: string
  role: InvitedRole | null
  outcome: ImportOutcome
  firstRowNumber: number | null
  /** What it says for fields of the school, by their ids. */
  customValues: Record<string, string[]>
}

export async function insertImport(tx: Tx, input: { organizationId: string; id: string; startedBy: string; unusedColumns: string[] }, rows: readonly (JudgedRow & { id: string })[]): Promise<void> {
  await tx
    .insertInto('invitation_imports')
    .values({ organization_id: input.organizationId, id: input.id, started_by: input.startedBy, unused_columns: input.unusedColumns })
    .execute()
  // One statement with one parameter: five thousand rows have more values than a statement may carry.
  await sql`
    insert into invitation_import_rows (organization_id, id, import_id, row_number, email, given_role, role, outcome, first_row_number, custom_values)
    select ${input.organizationId}, r.id, ${input.id}, r.number, r.email, r."givenRole", r.role, r.outcome, r."firstRowNumber", r."customValues"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, number integer, email text, "givenRole" text, role text, outcome text, "firstRowNumber" integer, "customValues" jsonb)`.execute(tx)
}

/** A member, by their address. */
export interface MemberAddress {
  /** In small letters. */
  email: string
  membershipId: string
  userId: string
}

/** Which of these addresses belong to members, as far as the caller may see addresses. */
export async function selectMembersByAddress(tx: Tx, organizationId: string, addresses: readonly string[]): Promise<MemberAddress[]> {
  const { rows } = await sql<MemberAddress>`
    select lower(a.email) as email, m.id as "membershipId", m.user_id as "userId" from list_member_addresses() a
    join organization_memberships m on m.user_id = a.user_id and m.organization_id = ${organizationId} and m.deleted_at is null
    where lower(a.email) = any (${addresses}::text[])`.execute(tx)
  return rows
}

/** The same for the system, which may read the addresses themselves. */
export async function selectMemberAddressesAsSystem(tx: Tx, organizationId: string, addresses: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select lower(u.email) as email from users u
    join organization_memberships m on m.user_id = u.id and m.organization_id = ${organizationId} and m.deleted_at is null
    where lower(u.email) = any (${addresses}::text[])`.execute(tx)
  return rows.map(({ email }) => email)
}

export async function selectInvitedAddresses(tx: Tx, organizationId: string, addresses: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select lower(email) as email from organization_invitations
    where organization_id = ${organizationId} and accepted_at is null and revoked_at is null and lower(email) = any (${addresses}::text[])`.execute(tx)
  return rows.map(({ email }) => email)
}

const noCounts: Record<ImportOutcome, number> = { new: 0, sent: 0, details: 0, filled: 0, member: 0, invited: 0, 'bad-address': 0, 'unknown-role': 0, 'bad-field': 0, duplicate: 0 }

/** The newest imports, or the one of an id. */
export async function selectImports(tx: Tx, organizationId: string, wanted: { id: string } | { limit: number }): Promise<InvitationImport[]> {
  const one = 'id' in wanted ? wanted.id : null
  const { rows } = await sql<Omit<InvitationImport, 'counts'> & { counts: Partial<Record<ImportOutcome, number>> | null }>`
    select i.id, i.state, i.unused_columns as "unusedColumns", i.created_at as "createdAt", i.ended_at as "endedAt",
      (select jsonb_object_agg(c.outcome, c.number) from (
        select outcome, count(*) as number from invitation_import_rows r where r.organization_id = i.organization_id and r.import_id = i.id group by outcome) c) as counts,
      (select count(*)::int from invitation_import_rows r join organization_invitations v on v.organization_id = r.organization_id and v.id = r.invitation_id
        where r.organization_id = i.organization_id and r.import_id = i.id and v.accepted_at is null and v.revoked_at is null) as "unansweredCount"
    from invitation_imports i
    where i.organization_id = ${organizationId} and (${one}::uuid is null or i.id = ${one}::uuid)
    order by i.created_at desc limit ${'limit' in wanted ? wanted.limit : 1}`.execute(tx)
  return rows.map((row) => ({ ...row, counts: { ...noCounts, ...row.counts } }))
}

/** Rows in the order of the file. */
export async function selectImportRows(
  tx: Tx,
  organizationId: string,
  wanted: { importId: string; outcomes: readonly ImportOutcome[] | null; afterNumber: number; limit: number },
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select row_number as number, email, given_role as "givenRole", role, outcome, first_row_number as "firstRowNumber", custom_values as "customValues"
    from invitation_import_rows
    where organization_id = ${organizationId} and import_id = ${wanted.importId} and row_number > ${wanted.afterNumber}
      and (${wanted.outcomes}::text[] is null or outcome = any (${wanted.outcomes}::text[]))
    order by row_number limit ${wanted.limit}`.execute(tx)
  return rows
}

/** Notes that what the file says of people who are here already is filled in. */
export async function markFilled(tx: Tx, organizationId: string, importId: string): Promise<void> {
  await tx.updateTable('invitation_import_rows').set({ outcome: 'filled' }).where('organization_id', '=', organizationId).where('import_id', '=', importId).where('outcome', '=', 'details').execute()
}

/** @returns whether the import was in one of the states and is now in the other */
export async function moveImport(tx: Tx, { organizationId, id }: { organizationId: string; id: string }, from: readonly ImportState[], { to, endedAt }: { to: ImportState; endedAt: Date | null }): Promise<boolean> {
  const changed = await tx
    .updateTable('invitation_imports')
    .set({ state: to, ended_at: endedAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** @returns whether there was one that nothing had been sent from */
export async function deleteCheckedImport(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('invitation_imports').where('organization_id', '=', organizationId).where('id', '=', id).where('state', '=', 'checked').executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes back what an import sent and nobody has answered. @returns how many */
export async function revokeUnanswered(tx: Tx, organizationId: string, importId: string, at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update organization_invitations v set revoked_at = ${at}, custom_values = '{}'
    from invitation_import_rows r
    where r.organization_id = v.organization_id and r.invitation_id = v.id and r.organization_id = ${organizationId} and r.import_id = ${importId}
      and v.accepted_at is null and v.revoked_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
