import type { Tx } from '#platform/db/transaction.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import type { CommerceCtx } from '../ctx.ts'
import type { PayoutAccountFacts } from '../ports.ts'
import { lockPayoutAccount, updatePayoutAccount, type PayoutAccount } from './payouts.queries.ts'

/**
 * Asks the provider how a school's set-up stands and keeps the answer. For whoever needs to know it now: the page
 * that people return to, and a checkout that was refused.
 *
 * @throws PaymentsUnavailable, PaymentRefused
 */
export async function refreshPayoutAccount(ctx: CommerceCtx, accountId: string): Promise<void> {
  if (!ctx.payments) return

  const readAt = ctx.clock.now()
  const facts = await ctx.payments.readPayoutAccount(accountId)
  await ctx.inSystem((tx) => keepPayoutFacts(tx, facts, readAt))
}

/**
 * Keeps what the provider said of an account, in the caller's transaction.
 *
 * @param readAt when it was asked, so that an older answer is seen to be older
 * @returns the account as it was before; null when it is none of ours
 */
export async function keepPayoutFacts(tx: Tx, facts: PayoutAccountFacts, readAt: Date): Promise<PayoutAccount | null> {
  const before = await lockPayoutAccount(tx, facts.accountId)
  if (!before) return null

  // The provider's word for "not yet" and "no more" is the same; whoever was active before is not at the beginning.
  const wasActive = before.status !== 'onboarding'
  const status = facts.status === 'onboarding' && wasActive ? 'restricted' : facts.status
  await updatePayoutAccount(tx, { ...facts, status }, readAt)
  await publishLive(tx, { organizationId: before.organizationId, name: 'orders' })
  return before
}
