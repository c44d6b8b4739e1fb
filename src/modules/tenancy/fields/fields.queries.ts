import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { CustomField, FieldInput } from './field.schema.ts'

/** A field with how many people have something in it: of those who are here, and of those who are no longer. */
export interface DefinedField extends CustomField {
  filled: number
  filledBefore: number
}

const columns = sql`f.id, f.label, f.hint, f.kind, f.choices, f.access, f.is_required as "isRequired", f.is_listed as "isListed"`

/** The fields that the reader may know of, the oldest first. */
export async function selectFields(tx: Tx, organizationId: string): Promise<CustomField[]> {
  const { rows } = await sql<CustomField>`select ${columns} from custom_fields f where f.organization_id = ${organizationId} order by f.created_at, f.id`.execute(tx)
  return rows
}

/** The same with figures. */
export async function selectDefinedFields(tx: Tx, organizationId: string): Promise<DefinedField[]> {
  const { rows } = await sql<DefinedField>`
    select ${columns}, coalesce(v.here, 0)::int as filled, coalesce(v.gone, 0)::int as "filledBefore"
    from custom_fields f left join lateral (
      select count(m.id) as here, count(*) - count(m.id) as gone
      from custom_values v left join organization_memberships m on m.organization_id = v.organization_id and m.id = v.membership_id and m.deleted_at is null
      where v.organization_id = f.organization_id and v.field_id = f.id) v on true
    where f.organization_id = ${organizationId} order by f.created_at, f.id`.execute(tx)
  return rows
}

/** Which words stand in a field for those who are here, and for how many. */
export async function selectUsedWords(tx: Tx, organizationId: string, fieldId: string): Promise<{ word: string; people: number }[]> {
  const { rows } = await sql<{ word: string; people: number }>`
    select u.word, count(*)::int as people
    from custom_values v join organization_memberships m on m.organization_id = v.organization_id and m.id = v.membership_id and m.deleted_at is null
    cross join unnest(v.words) as u(word)
    where v.organization_id = ${organizationId} and v.field_id = ${fieldId} group by u.word order by people desc, u.word`.execute(tx)
  return rows
}

/** @throws a unique violation of `custom_fields_label` where another has its name */
export async function insertField(tx: Tx, organizationId: string, id: string, input: FieldInput): Promise<void> {
  await tx.insertInto('custom_fields').values({ organization_id: organizationId, id, kind: input.kind, ...columnsOf(input) }).execute()
}

/** @throws a unique violation of `custom_fields_label` where another has its name */
export async function updateField(tx: Tx, organizationId: string, id: string, input: FieldInput): Promise<void> {
  await tx.updateTable('custom_fields').set({ kind: input.kind, ...columnsOf(input) }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** Takes a field out with all that it holds, and with what waits for it in files and invitations. */
export async function deleteField(tx: Tx, organizationId: string, id: string): Promise<void> {
  for (const table of ['organization_invitations', 'invitation_import_rows']) {
    await sql`update ${sql.table(table)} set custom_values = custom_values - ${id}::text where organization_id = ${organizationId} and custom_values ? ${id}::text`.execute(tx)
  }
  await tx.deleteFrom('custom_values').where('organization_id', '=', organizationId).where('field_id', '=', id).execute()
  await tx.deleteFrom('custom_fields').where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** What fields hold for some memberships, as far as the reader may see it. */
export async function selectValues(tx: Tx, organizationId: string, membershipIds: readonly string[]): Promise<Map<string, Map<string, string[]>>> {
  const { rows } = await sql<{ membershipId: string; fieldId: string; words: string[] }>`
    select membership_id as "membershipId", field_id as "fieldId", words from custom_values
    where organization_id = ${organizationId} and membership_id = any (${membershipIds}::uuid[])`.execute(tx)
  const found = new Map<string, Map<string, string[]>>()
  for (const { membershipId, fieldId, words } of rows) found.set(membershipId, (found.get(membershipId) ?? new Map<string, string[]>()).set(fieldId, words))
  return found
}

/** What a field is to hold for somebody; no words where it is to hold nothing. */
export interface WordsOf {
  membershipId: string
  userId: string
  fieldId: string
  words: readonly string[]
}

/**
 * Writes what fields hold; one that holds nothing has no row. Of a field that is taken out at the same moment nothing is
 * written. Asked by who manages people, or by the system for a membership that was looked up under its owner's rights.
 */
export async function writeValues(tx: Tx, organizationId: string, said: readonly WordsOf[]): Promise<void> {
  const [emptied, filled] = [said.filter(({ words }) => words.length === 0), said.filter(({ words }) => words.length > 0)]
  // One parameter each: a file of five thousand people says more than a statement may carry values.
  if (emptied.length > 0) {
    await sql`delete from custom_values v using jsonb_to_recordset(${JSON.stringify(emptied)}::jsonb) as r("membershipId" uuid, "fieldId" uuid)
      where v.organization_id = ${organizationId} and v.membership_id = r."membershipId" and v.field_id = r."fieldId"`.execute(tx)
  }
  if (filled.length > 0) {
    await sql`insert into custom_values (organization_id, field_id, membership_id, user_id, words)
      select f.organization_id, f.id, r."membershipId", r."userId", r.words
      from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as r("membershipId" uuid, "userId" uuid, "fieldId" uuid, words text[])
      join custom_fields f on f.organization_id = ${organizationId} and f.id = r."fieldId" for key share of f
      on conflict (organization_id, field_id, membership_id) do update set words = excluded.words`.execute(tx)
  }
}

/** Takes out all that fields hold of somebody: of one school, or of all. Asked by the system. */
export async function deleteValuesOf(tx: Tx, { userId, organizationId }: { userId: string; organizationId: string | null }): Promise<void> {
  await sql`delete from custom_values where user_id = ${userId} and (${organizationId}::uuid is null or organization_id = ${organizationId}::uuid)`.execute(tx)
}

/** What schools' fields say of a person. Also what only the staff sees is theirs to know. */
export async function listOwnValues(tx: Tx, { userId, organizationId }: { userId: string; organizationId: string | null }): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select o.name as school, f.label as field, v.words as "says", v.updated_at as "since"
    from custom_values v join custom_fields f on f.organization_id = v.organization_id and f.id = v.field_id join organizations o on o.id = v.organization_id
    where v.user_id = ${userId} and (${organizationId}::uuid is null or v.organization_id = ${organizationId}::uuid) order by o.name, f.created_at`.execute(tx)
  return rows
}

function columnsOf({ label, hint, choices, access, isRequired, isListed }: FieldInput) {
  return { label, hint, choices: [...choices], access, is_required: isRequired, is_listed: isListed }
}
