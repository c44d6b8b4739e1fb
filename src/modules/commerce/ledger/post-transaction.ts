import type { Tx } from '#platform/db/transaction.ts'
import type { Ids } from '#platform/ids/ids.ts'
import type { TransactionDraft } from './ledger.ts'
import { ensureAccount, insertEntries, insertTransaction } from './ledger.queries.ts'

/** Where and when, and what for: money names its order, credits who gave them. */
interface Place {
  organizationId: string
  orderId: string | null
  madeBy?: string
  postedAt: Date
}

/**
 * Books a fact, once: the same source key again changes nothing. The database refuses entries that do not sum to zero.
 *
 * @returns whether it was new
 */
export async function postTransaction(ctx: { ids: Ids }, tx: Tx, place: Place, draft: TransactionDraft): Promise<boolean> {
  if (draft.entries.length === 0) return false

  const transactionId = ctx.ids.next()
  const isNew = await insertTransaction(tx, { ...place, id: transactionId, kind: draft.kind, sourceKey: draft.sourceKey, description: draft.description })
  if (!isNew) return false

  // Accounts are taken in one order everywhere, so that two sales cannot wait for each other.
  const ordered = [...draft.entries].sort((a, b) => (a.kind + a.holder).localeCompare(b.kind + b.holder))
  const entries = []
  for (const entry of ordered) {
    const accountId = await ensureAccount(tx, { organizationId: place.organizationId, id: ctx.ids.next(), kind: entry.kind, holder: entry.holder, userId: entry.userId, currency: draft.currency })
    entries.push({ id: ctx.ids.next(), accountId, amountCents: entry.amountCents })
  }
  await insertEntries(tx, { organizationId: place.organizationId, transactionId, entries })
  return true
}
