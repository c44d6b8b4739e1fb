import type { Tx } from '#platform/db/transaction.ts'
import type { PayoutAccountFacts, PayoutRequirement } from '../ports.ts'

export type PayoutStatus = 'onboarding' | 'active' | 'restricted'

/** Where a school's share goes, as we know it. */
export interface PayoutAccount {
  organizationId: string
  accountId: string
  status: PayoutStatus
  requirements: PayoutRequirement[]
}

/** Whether the school can be paid; the only thing about it that anyone may know. Works in a visitor's transaction. */
export async function findPayoutStatus(tx: Tx, organizationId: string): Promise<PayoutStatus | null> {
  const row = await tx.selectFrom('payout_accounts').select('status').where('organization_id', '=', organizationId).executeTakeFirst()
  return (row?.status as PayoutStatus | undefined) ?? null
}

/** The whole of it, for the system. */
export async function findPayoutAccount(tx: Tx, organizationId: string): Promise<PayoutAccount | null> {
  const row = await tx
    .selectFrom('payout_accounts')
    .select(['organization_id', 'provider_account_id', 'status', 'requirements'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

export async function lockPayoutAccount(tx: Tx, accountId: string): Promise<PayoutAccount | null> {
  const row = await tx
    .selectFrom('payout_accounts')
    .select(['organization_id', 'provider_account_id', 'status', 'requirements'])
    .where('provider_account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** Keeps the first account a school got; asked twice at once, both go on with the same one. */
export async function insertPayoutAccount(tx: Tx, account: { organizationId: string; id: string; accountId: string }): Promise<void> {
  await tx
    .insertInto('payout_accounts')
    .values({ organization_id: account.organizationId, id: account.id, provider: 'stripe', provider_account_id: account.accountId })
    .onConflict((conflict) => conflict.columns(['organization_id', 'provider']).doNothing())
    .execute()
}

export async function updatePayoutAccount(tx: Tx, facts: PayoutAccountFacts, readAt: Date): Promise<void> {
  await tx
    .updateTable('payout_accounts')
    .set({ status: facts.status, requirements: JSON.stringify(facts.requirements), source_updated_at: readAt })
    .where('provider_account_id', '=', facts.accountId)
    .execute()
}

function toAccount(row: { organization_id: string; provider_account_id: string; status: string; requirements: unknown }): PayoutAccount {
  const kept = Array.isArray(row.requirements) ? (row.requirements as unknown as { what: string; dueAt: string | null }[]) : []
  return {
    organizationId: row.organization_id,
    accountId: row.provider_account_id,
    status: row.status as PayoutStatus,
    requirements: kept.map((one) => ({ what: one.what, dueAt: one.dueAt ? new Date(one.dueAt) : null })),
  }
}
