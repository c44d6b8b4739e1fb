import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { CreditLine } from './credits.schema.ts'

const linesMax = 200

/** The sum of all entries, and the newest of them. Somebody whom two accounts became one has two accounts of credits. */
export async function selectCredits(tx: Tx, organizationId: string, userId: string): Promise<{ balance: number; lines: CreditLine[] }> {
  const found = await sql<Omit<CreditLine, 'postedAt'> & { postedAt: Date; balance: number }>`
    select t.id as "transactionId", t.posted_at as "postedAt", t.kind, t.description as reason, e.amount_cents::int as amount,
      (sum(e.amount_cents) over ())::int as balance,
      exists (select 1 from ledger_transactions back where back.organization_id = t.organization_id and back.source_key = 'credits-back:' || t.id) as "isTakenBack"
    from ledger_accounts a
    join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    join ledger_transactions t on t.organization_id = e.organization_id and t.id = e.transaction_id
    where a.organization_id = ${organizationId} and a.user_id = ${userId} and a.currency = 'credits'
    order by e.id desc limit ${linesMax}`.execute(tx)
  const lines = found.rows.map(({ balance: _, postedAt, ...line }) => ({ ...line, postedAt: postedAt.toISOString() }))
  return { balance: found.rows[0]?.balance ?? 0, lines }
}

/** What was given and to whom; null where there is no such gift in this school. */
export async function findGift(tx: Tx, organizationId: string, transactionId: string): Promise<{ userId: string; amount: number; reason: string } | null> {
  const found = await sql<{ userId: string; amount: number; reason: string }>`
    select a.user_id as "userId", e.amount_cents::int as amount, t.description as reason
    from ledger_transactions t
    join ledger_entries e on e.organization_id = t.organization_id and e.transaction_id = t.id
    join ledger_accounts a on a.organization_id = e.organization_id and a.id = e.account_id and a.kind = 'credits-held'
    where t.organization_id = ${organizationId} and t.id = ${transactionId} and t.kind = 'credits-given'`.execute(tx)
  return found.rows[0] ?? null
}

/** The reasons were words about a person; with the person they go, the numbers stay. */
export async function emptyCreditReasons(tx: Tx, userId: string): Promise<void> {
  await sql`
    update ledger_transactions t set description = '' from ledger_entries e, ledger_accounts a
    where a.user_id = ${userId} and e.organization_id = a.organization_id and e.account_id = a.id
      and t.organization_id = e.organization_id and t.id = e.transaction_id`.execute(tx)
}
