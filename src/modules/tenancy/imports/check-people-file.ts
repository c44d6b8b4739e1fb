import type { TenantCtx } from '#platform/ctx.ts'
import { SignInRequired } from '#platform/errors/app-error.ts'
import { selectFields, selectValues } from '../fields/fields.queries.ts'
import { requirePermission } from '../permissions.ts'
import { insertImport, selectInvitedAddresses, selectMembersByAddress } from './imports.queries.ts'
import { addressesOf, judgeRows } from './judge-rows.ts'
import type { InvitedRole } from './import.schema.ts'
import { readPeopleFile } from './read-people-file.ts'

/**
 * Reads a file of people and notes what inviting each would come to. Nothing is sent.
 *
 * @param input.text a table as `readPeopleFile` reads it
 * @param input.role of the rows that name none
 * @returns the import's id
 * @throws NotFound, NotAllowed; InvalidInput beside `rows` when the file cannot be read
 */
export async function checkPeopleFile(ctx: TenantCtx, input: { text: string; role: InvitedRole }): Promise<{ importId: string }> {
  const { userId, organizationId } = ctx
  if (!userId) throw new SignInRequired()

  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const fields = await selectFields(tx, organizationId)
    const file = readPeopleFile(input.text, fields)
    const addresses = addressesOf(file.rows)
    const found = await selectMembersByAddress(tx, organizationId, addresses)
    const held = fields.length > 0 ? await selectValues(tx, organizationId, found.map(({ membershipId }) => membershipId)) : new Map<string, Map<string, string[]>>()
    const members = new Map(found.map(({ email, membershipId }) => [email, held.get(membershipId) ?? new Map<string, string[]>()]))
    const invited = new Set(await selectInvitedAddresses(tx, organizationId, addresses))
    const rows = judgeRows(file.rows, input.role, { members, invited }, fields).map((row) => ({ ...row, id: ctx.ids.next() }))
    const importId = ctx.ids.next()
    await insertImport(tx, { organizationId, id: importId, startedBy: userId, unusedColumns: file.unusedColumns }, rows)
    return { importId }
  })
}
