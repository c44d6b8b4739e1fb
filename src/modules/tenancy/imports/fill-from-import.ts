import type { Tx } from '#platform/db/transaction.ts'
import { fittingWords } from '../fields/field.schema.ts'
import { selectFields, writeValues } from '../fields/fields.queries.ts'
import { importRowsMax } from './import.schema.ts'
import { markFilled, selectImportRows, selectMembersByAddress } from './imports.queries.ts'

/**
 * Fills in what a file says of people who are here already, as far as it still fits the school's fields. It goes over
 * what stands there; an empty cell leaves it.
 *
 * @param tx under the rights of who manages people
 */
export async function fillFromImport(tx: Tx, organizationId: string, importId: string): Promise<void> {
  const rows = await selectImportRows(tx, organizationId, { importId, outcomes: ['details'], afterNumber: 0, limit: importRowsMax })
  if (rows.length === 0) return

  const fields = await selectFields(tx, organizationId)
  const members = new Map((await selectMembersByAddress(tx, organizationId, rows.map(({ email }) => email))).map((member) => [member.email, member]))
  const said = rows.flatMap(({ email, customValues }) => {
    const member = members.get(email)
    return member ? fittingWords(fields, customValues).map((one) => ({ ...one, membershipId: member.membershipId, userId: member.userId })) : []
  })
  await writeValues(tx, organizationId, said)
  await markFilled(tx, organizationId, importId)
}
