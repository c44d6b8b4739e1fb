import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { CustomField, FieldInput } from './field.schema.ts'

/** A field with how many of the school's people have something in it. */
export interface DefinedField extends CustomField {
  filled: number
}

/** What the fields of one membership hold, by their ids. */
export type FieldValues = ReadonlyMap<string, readonly string[]>

const columns = sql`f.id, f.label, f.hint, f.kind, f.choices, f.access, f.is_required as "isRequired", f.is_listed as "isListed"`

/** The fields that the reader may know of, the oldest first. */
export async function selectFields(tx: Tx, organizationId: string): Promise<CustomField[]> {
  const { rows } = await sql<CustomField>`select ${columns} from custom_fields f where f.organization_id = ${organizationId} and f.archived_at is null order by f.created_at, f.id`.execute(tx)
  return rows
}

/** The same with figures. */
export async function selectDefinedFields(tx: Tx, organizationId: string): Promise<DefinedField[]> {
  const { rows } = await sql<DefinedField>`
    select ${columns}, (select count(*)::int from custom_values v where v.organization_id = f.organization_id and v.field_id = f.id) as filled
    from custom_fields f where f.organization_id = ${organizationId} and f.archived_at is null order by f.created_at, f.id`.execute(tx)
  return rows
}

/** Which words stand in a field for somebody. */
export async function selectUsedWords(tx: Tx, organizationId: string, fieldId: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select distinct unnest(words) as word from custom_values where organization_id = ${organizationId} and field_id = ${fieldId}`.execute(tx)
  return rows.map(({ word }) => word)
}

/** @throws a unique violation of `custom_fields_label` where another has its name */
export async function insertField(tx: Tx, organizationId: string, id: string, input: FieldInput): Promise<void> {
  await tx.insertInto('custom_fields').values({ organization_id: organizationId, id, kind: input.kind, ...columnsOf(input) }).execute()
}

/** @throws a unique violation of `custom_fields_label` where another has its name */
export async function updateField(tx: Tx, organizationId: string, id: string, input: FieldInput): Promise<void> {
  await tx.updateTable('custom_fields').set({ kind: input.kind, ...columnsOf(input) }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** Takes a field out with all that it holds. */
export async function deleteField(tx: Tx, organizationId: string, id: string): Promise<void> {
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

/** Writes what fields hold; one that holds nothing has no row. Asked by the system, for a membership that was looked up under its reader's rights. */
export async function writeValues(tx: Tx, place: { organizationId: string; membershipId: string; userId: string }, values: FieldValues): Promise<void> {
  const emptied = [...values].filter(([, words]) => words.length === 0).map(([fieldId]) => fieldId)
  const filled = [...values].filter(([, words]) => words.length > 0)
  if (emptied.length > 0) await tx.deleteFrom('custom_values').where('organization_id', '=', place.organizationId).where('membership_id', '=', place.membershipId).where('field_id', 'in', emptied).execute()
  if (filled.length === 0) return
  await tx.insertInto('custom_values')
    .values(filled.map(([fieldId, words]) => ({ organization_id: place.organizationId, membership_id: place.membershipId, user_id: place.userId, field_id: fieldId, words: [...words] })))
    .onConflict((conflict) => conflict.columns(['organization_id', 'field_id', 'membership_id']).doUpdateSet((eb) => ({ words: eb.ref('excluded.words') })))
    .execute()
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
