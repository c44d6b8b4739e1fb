import type { SystemCtx, TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../is-id.ts'
import { findPerson } from '../people/people.queries.ts'
import { holdsPermission, requirePermission } from '../permissions.ts'
import { findOwnMembership } from '../profiles/profiles.queries.ts'
import { nameOfField, whyNotFits, type CustomField } from './field.schema.ts'
import { selectFields, selectValues, writeValues, type WordsOf } from './fields.queries.ts'

/** A field with what it holds for one person. */
export interface FilledField extends CustomField {
  words: readonly string[]
  mayChange: boolean
}

type ChangingCtx = TenantCtx & Pick<SystemCtx, 'inSystem'>

/** The fields of one of the school's people. @throws NotFound, NotAllowed */
export async function readFieldsOf(ctx: TenantCtx, membershipId: string): Promise<FilledField[]> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.read')
    const mayChange = holdsPermission(role, 'people.manage')
    return filled(tx, ctx.organizationId, membershipId, () => mayChange)
  })
}

/** One's own, as far as the school shows them; none for who does not belong to it. */
export async function readOwnFields(ctx: TenantCtx): Promise<FilledField[]> {
  return ctx.inTenant(async ({ tx }) => {
    const membershipId = ctx.userId && (await findOwnMembership(tx, ctx.organizationId, ctx.userId))
    return membershipId ? (await filled(tx, ctx.organizationId, membershipId, ({ access }) => access === 'edits')).filter(({ access }) => access !== 'staff') : []
  })
}

/**
 * Writes what fields hold for one of the school's people.
 *
 * @param read gives what the form says for a field
 * @throws NotFound, NotAllowed; InvalidInput beside each field that does not fit
 */
export async function changeFieldsOf(ctx: TenantCtx, membershipId: string, read: (field: CustomField) => string[]): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const person = isId(membershipId) ? await findPerson(tx, ctx.organizationId, membershipId) : null
    if (!person) throw new NotFound('there is no such membership in this school')
    const fields = await selectFields(tx, ctx.organizationId)
    await writeValues(tx, ctx.organizationId, checked(fields, read).map((said) => ({ ...said, membershipId, userId: person.userId })))
  })
}

/** Writes one's own, of those fields that people may change themselves. @throws NotFound for strangers; InvalidInput beside each field that does not fit */
export async function changeOwnFields(ctx: ChangingCtx, read: (field: CustomField) => string[]): Promise<void> {
  const { userId } = ctx
  if (!userId) throw new NotFound('a visitor has no fields')
  const found = await ctx.inTenant(async ({ tx }) => ({ membershipId: await findOwnMembership(tx, ctx.organizationId, userId), fields: await selectFields(tx, ctx.organizationId) }))
  const { membershipId } = found
  if (!membershipId) throw new NotFound('who does not belong to the school has no fields')
  const said = checked(found.fields.filter(({ access }) => access === 'edits'), read)
  // A person may not write these rows by themselves: which of them are theirs to change was read under their own rights.
  await ctx.inSystem((tx) => writeValues(tx, ctx.organizationId, said.map((one) => ({ ...one, membershipId, userId }))))
}

/** What people's fields hold, for a list of them. @throws NotFound, NotAllowed */
export async function readListedFields(ctx: TenantCtx, membershipIds: readonly string[]): Promise<{ fields: CustomField[]; values: Map<string, Map<string, string[]>> }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.read')
    const fields = await selectFields(tx, ctx.organizationId)
    return { fields, values: fields.length > 0 ? await selectValues(tx, ctx.organizationId, membershipIds) : new Map<string, Map<string, string[]>>() }
  })
}

async function filled(tx: Tx, organizationId: string, membershipId: string, mayChange: (field: CustomField) => boolean): Promise<FilledField[]> {
  const fields = await selectFields(tx, organizationId)
  const values = fields.length > 0 && isId(membershipId) ? (await selectValues(tx, organizationId, [membershipId])).get(membershipId) : undefined
  return fields.map((field) => ({ ...field, words: values?.get(field.id) ?? [], mayChange: mayChange(field) }))
}

function checked(fields: readonly CustomField[], read: (field: CustomField) => string[]): Pick<WordsOf, 'fieldId' | 'words'>[] {
  const faults: Record<string, string> = {}
  const said = fields.map((field) => ({ fieldId: field.id, words: read(field) }))
  for (const [place, field] of fields.entries()) {
    const fault = whyNotFits(field, said[place]?.words ?? [], { isAsked: true })
    if (fault) faults[nameOfField(field.id)] = fault
  }
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  return said
}
