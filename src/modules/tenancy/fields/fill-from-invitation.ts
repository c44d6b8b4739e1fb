import type { Tx } from '#platform/db/transaction.ts'
import { fittingWords } from './field.schema.ts'
import { selectFields, selectValues, writeValues } from './fields.queries.ts'

/**
 * Gives somebody who comes what their invitation said of them, as far as it still fits the school's fields. What stands
 * there already stays: it is newer than the file.
 *
 * @param tx a transaction of the system
 */
export async function fillFromInvitation(tx: Tx, place: { organizationId: string; membershipId: string; userId: string }, said: Record<string, string[]>): Promise<void> {
  if (Object.keys(said).length === 0) return
  const held = (await selectValues(tx, place.organizationId, [place.membershipId])).get(place.membershipId)
  const fields = await selectFields(tx, place.organizationId)
  const { organizationId, ...whose } = place
  await writeValues(tx, organizationId, fittingWords(fields.filter(({ id }) => !held?.has(id)), said).map((one) => ({ ...one, ...whose })))
}
