import type { SystemCtx, TenantCtx, Tx } from '#platform/ctx.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../is-id.ts'
import { findPerson } from '../people/people.queries.ts'
import { holdsPermission, requirePermission } from '../permissions.ts'
import { findOwnMembership } from '../profiles/profiles.queries.ts'
import { nameOfField, whyNotFits, type CustomField } from './field.schema.ts'
import { selectFields, selectValues, writeValues, type FieldValues } from './fields.queries.ts'

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
export async function changeFieldsOf(ctx: ChangingCtx, membershipId: string, read: (field: CustomField) => string[]): Promise<void> {
  const found = await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const person = isId(membershipId) ? await findPerson(tx, ctx.organizationId, membershipId) : null
    if (!person) throw new NotFound('there is no such membership in this school')
    return { userId: person.userId, fields: await selectFields(tx, ctx.organizationId) }
  })
  await write(ctx, { membershipId, userId: found.userId }, checked(found.fields, read))
}

/** Writes one's own, of those fields that people may change themselves. @throws NotFound for strangers; InvalidInput beside each field that does not fit */
export async function changeOwnFields(ctx: ChangingCtx, read: (field: CustomField) => string[]): Promise<void> {
  const { userId } = ctx
  if (!userId) throw new NotFound('a visitor has no fields')
  const found = await ctx.inTenant(async ({ tx }) => ({ membershipId: await findOwnMembership(tx, ctx.organizationId, userId), fields: await selectFields(tx, ctx.organizationId) }))
  if (!found.membershipId) throw new NotFound('who does not belong to the school has no fields')
  await write(ctx, { membershipId: found.membershipId, userId }, checked(found.fields.filter(({ access }) => access === 'edits'), read))
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

function checked(fields: readonly CustomField[], read: (field: CustomField) => string[]): FieldValues {
  const values = new Map<string, string[]>()
  const faults: Record<string, string> = {}
  for (const field of fields) {
    const words = read(field)
    const fault = whyNotFits(field, words, { isAsked: true })
    if (fault) faults[nameOfField(field.id)] = fault
    else values.set(field.id, words)
  }
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  return values
}

/** A person may not write these rows, and staff may write only some: whose they are was read under the asker's own rights. */
async function write(ctx: ChangingCtx, whose: { membershipId: string; userId: string }, values: FieldValues): Promise<void> {
  await ctx.inSystem((tx) => writeValues(tx, { organizationId: ctx.organizationId, ...whose }, values))
}
