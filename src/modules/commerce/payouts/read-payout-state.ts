import { requirePermission } from '#modules/tenancy/index.ts'
import { log } from '#platform/log/log.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { PaymentsUnavailable, type PayoutRequirement } from '../ports.ts'
import { findPayoutAccount, type PayoutStatus } from './payouts.queries.ts'
import { refreshPayoutAccount } from './refresh-payout-account.ts'

/** How far a school is with being paid. */
export interface PayoutState {
  /** `off`: no payment provider is set up on this installation. `none`: the school has not begun. */
  status: 'off' | 'none' | PayoutStatus
  requirements: PayoutRequirement[]
}

/**
 * @param input.isFresh asks the provider first: for the page that people return to from its set-up
 * @throws NotFound for strangers, NotAllowed without `orders.read`
 */
export async function readPayoutState(ctx: CommercePersonCtx, input: { isFresh: boolean }): Promise<PayoutState> {
  await ctx.inTenant(async ({ role }) => requirePermission(role, 'orders.read'))
  if (!ctx.payments) return { status: 'off', requirements: [] }

  // What is still missing is for those who keep the books, and not in the columns that others may read.
  const find = () => ctx.inSystem((tx) => findPayoutAccount(tx, ctx.organizationId))
  const known = await find()
  if (!known) return { status: 'none', requirements: [] }

  const account = input.isFresh && (await refresh(ctx, known.accountId)) ? await find() : known
  return { status: account?.status ?? 'none', requirements: account?.requirements ?? [] }
}

async function refresh(ctx: CommercePersonCtx, accountId: string): Promise<boolean> {
  try {
    await refreshPayoutAccount(ctx, accountId)
    return true
  } catch (fault) {
    if (!(fault instanceof PaymentsUnavailable)) throw fault
    log.warn({ err: fault }, 'the payment provider could not be asked about a payout account')
    return false
  }
}
