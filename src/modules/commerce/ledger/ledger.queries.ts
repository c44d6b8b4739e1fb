import { sql } from 'kysely'
import type { Tx } from '#platform/db/transaction.ts'
import type { AccountKind, MoneyAccountKind, MoneyFact, TransactionDraft } from './ledger.ts'

interface NewTransaction extends Pick<TransactionDraft, 'kind' | 'sourceKey' | 'description'> {
  organizationId: string
  id: string
  orderId: string | null
  madeBy?: string
  postedAt: Date
}

/** @returns false when this fact was booked before */
export async function insertTransaction(tx: Tx, transaction: NewTransaction): Promise<boolean> {
  const written = await tx
    .insertInto('ledger_transactions')
    .values({
      organization_id: transaction.organizationId,
      id: transaction.id,
      kind: transaction.kind,
      source_key: transaction.sourceKey,
      order_id: transaction.orderId,
      made_by: transaction.madeBy ?? null,
      description: transaction.description,
      posted_at: transaction.postedAt,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'source_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

/** The account of a holder, made if it is the first time. @returns its id */
export async function ensureAccount(tx: Tx, account: { organizationId: string; id: string; kind: AccountKind; holder: string; userId: string | undefined; currency: string }): Promise<string> {
  await tx
    .insertInto('ledger_accounts')
    .values({ organization_id: account.organizationId, id: account.id, kind: account.kind, holder: account.holder, user_id: account.userId ?? null, currency: account.currency })
    .onConflict((conflict) => conflict.columns(['organization_id', 'kind', 'holder', 'currency']).doNothing())
    .execute()
  const found = await tx
    .selectFrom('ledger_accounts')
    .select('id')
    .where('organization_id', '=', account.organizationId)
    .where('kind', '=', account.kind)
    .where('holder', '=', account.holder)
    .where('currency', '=', account.currency)
    .executeTakeFirstOrThrow()
  return found.id
}

export async function insertEntries(tx: Tx, posting: { organizationId: string; transactionId: string; entries: { id: string; accountId: string; amountCents: number }[] }): Promise<void> {
  await tx
    .insertInto('ledger_entries')
    .values(posting.entries.map((entry) => ({
      organization_id: posting.organizationId,
      id: entry.id,
      transaction_id: posting.transactionId,
      account_id: entry.accountId,
      amount_cents: entry.amountCents,
    })))
    .execute()
}

/** What an account holds, with how many entries make it. */
export interface AccountBalance {
  accountId: string
  kind: MoneyAccountKind
  holder: string
  currency: string
  balanceCents: number
  entryCount: number
}

/** The balances of the school, the platform and the payment provider. */
export async function selectPartyBalances(tx: Tx, organizationId: string): Promise<AccountBalance[]> {
  const found = await sql<AccountBalance>`
    select a.id as "accountId", a.kind, a.holder, a.currency, coalesce(sum(e.amount_cents), 0)::bigint as "balanceCents", count(e.id)::int as "entryCount"
    from ledger_accounts a left join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    where a.organization_id = ${organizationId} and a.kind in ('school', 'platform', 'processor')
    group by a.organization_id, a.id
    order by array_position(array['school', 'platform', 'processor'], a.kind), a.currency`.execute(tx)
  return found.rows
}

/** The buyers' balances, those who moved last first. */
export async function selectBuyerBalances(tx: Tx, wanted: { organizationId: string; offset: number; limit: number }): Promise<AccountBalance[]> {
  const found = await sql<AccountBalance>`
    select a.id as "accountId", a.kind, a.holder, a.currency, coalesce(sum(e.amount_cents), 0)::bigint as "balanceCents", count(e.id)::int as "entryCount"
    from ledger_accounts a join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    where a.organization_id = ${wanted.organizationId} and a.kind = 'buyer'
    group by a.organization_id, a.id
    order by max(e.id::text) desc
    offset ${wanted.offset} limit ${wanted.limit}`.execute(tx)
  return found.rows
}

/** What all buyers gave together, by currency. */
export async function selectBuyerTotals(tx: Tx, organizationId: string): Promise<{ currency: string; balanceCents: number; accountCount: number }[]> {
  const found = await sql<{ currency: string; balanceCents: number; accountCount: number }>`
    select a.currency, sum(e.amount_cents)::bigint as "balanceCents", count(distinct a.id)::int as "accountCount"
    from ledger_accounts a join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    where a.organization_id = ${organizationId} and a.kind = 'buyer'
    group by a.currency order by a.currency`.execute(tx)
  return found.rows
}

export async function selectAccount(tx: Tx, organizationId: string, accountId: string): Promise<AccountBalance | null> {
  const found = await sql<AccountBalance>`
    select a.id as "accountId", a.kind, a.holder, a.currency, coalesce(sum(e.amount_cents), 0)::bigint as "balanceCents", count(e.id)::int as "entryCount"
    from ledger_accounts a left join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
    where a.organization_id = ${organizationId} and a.id = ${accountId} and a.currency <> 'credits'
    group by a.organization_id, a.id`.execute(tx)
  return found.rows[0] ?? null
}

/** One entry of an account with the balance after it. */
export interface BalanceLine {
  entryId: string
  postedAt: Date
  kind: MoneyFact
  description: string
  orderId: string
  orderNumber: number
  amountCents: number
  balanceAfterCents: number
}

/**
 * The entries of an account, newest first; the running sum is taken over all of them before the page is cut.
 * Entries sort by id: a uuid v7 made in the transaction that booked them.
 */
export async function selectBalanceLines(tx: Tx, wanted: { organizationId: string; accountId: string; before: string | null; limit: number }): Promise<BalanceLine[]> {
  const found = await sql<BalanceLine>`
    with lines as (
      select e.id as "entryId", t.posted_at as "postedAt", t.kind, t.description, t.order_id as "orderId", o.number as "orderNumber",
        e.amount_cents as "amountCents", (sum(e.amount_cents) over (order by e.id))::bigint as "balanceAfterCents"
      from ledger_entries e
      join ledger_transactions t on t.organization_id = e.organization_id and t.id = e.transaction_id
      join orders o on o.organization_id = t.organization_id and o.id = t.order_id
      where e.organization_id = ${wanted.organizationId} and e.account_id = ${wanted.accountId}
    )
    select * from lines
    where ${wanted.before}::uuid is null or "entryId" < ${wanted.before}::uuid
    order by "entryId" desc limit ${wanted.limit}`.execute(tx)
  return found.rows
}
