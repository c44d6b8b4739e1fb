import type { TenantCtx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { requirePermission } from '../permissions.ts'
import type { FieldInput } from './field.schema.ts'
import { deleteField, insertField, selectDefinedFields, selectUsedWords, updateField, type DefinedField } from './fields.queries.ts'
import { customFieldWords } from '../ui/words/custom-field-words.ts'

/** The fields of the school, with how many people filled in each. @throws NotFound, NotAllowed */
export async function listDefinedFields(ctx: TenantCtx): Promise<DefinedField[]> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    return selectDefinedFields(tx, ctx.organizationId)
  })
}

/** @throws NotFound, NotAllowed */
export async function readDefinedField(ctx: TenantCtx, fieldId: string): Promise<DefinedField> {
  const found = (await listDefinedFields(ctx)).find(({ id }) => id === fieldId)
  if (!found) throw new NotFound('no such field in this school')
  return found
}

/** Makes a field. @returns its id @throws NotFound, NotAllowed; InvalidInput where another has its name */
export async function defineField(ctx: TenantCtx, input: FieldInput): Promise<string> {
  const id = ctx.ids.next()
  await withFreeLabel(() => ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    await insertField(tx, ctx.organizationId, id, input)
  }))
  return id
}

/**
 * Changes a field. What people filled in still has to fit: the kind stays, and a choice in use too.
 *
 * @throws NotFound, NotAllowed; InvalidInput beside what does not go
 */
export async function changeField(ctx: TenantCtx, fieldId: string, input: FieldInput): Promise<void> {
  const before = await readDefinedField(ctx, fieldId)
  const words = customFieldWords()
  await withFreeLabel(() => ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    if (before.filled + before.filledBefore > 0 && before.kind !== input.kind) throw new InvalidInput({ kind: words.kindStays })
    const lost = input.choices.length > 0 ? (await selectUsedWords(tx, ctx.organizationId, fieldId)).find(({ word }) => !input.choices.includes(word)) : undefined
    if (lost) throw new InvalidInput({ choices: words.choiceInUse(lost.word, lost.people) })
    await updateField(tx, ctx.organizationId, fieldId, input)
  }))
}

/** Takes a field out with all that it holds. @throws NotFound, NotAllowed */
export async function removeField(ctx: TenantCtx, fieldId: string): Promise<void> {
  await readDefinedField(ctx, fieldId)
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    await deleteField(tx, ctx.organizationId, fieldId)
  })
}

async function withFreeLabel(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (fault) {
    if (isUniqueViolation(fault, 'custom_fields_label')) throw new InvalidInput({ label: customFieldWords().labelTaken })
    throw fault
  }
}
