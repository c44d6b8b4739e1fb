import { listAddresses } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/db/transaction.ts'
import { teachingWords } from '../ui/words/teaching-words.ts'

/**
 * Calls those by their address who bought and never gave a name, so that two of them can be told apart. Who may not
 * see addresses reads that there is no name yet. Addresses are asked for only where a name is missing.
 */
export async function nameStudents<Row extends { userId: string; name: string }>(tx: Tx, rows: readonly Row[]): Promise<Row[]> {
  const nameless = rows.filter(({ name }) => name === '').map(({ userId }) => userId)
  const addresses = await listAddresses(tx, nameless)
  return rows.map((row) => (row.name === '' ? { ...row, name: addresses.get(row.userId) ?? teachingWords().noNameYet } : row))
}
