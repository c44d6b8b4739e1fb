import { requirePermission } from '#modules/tenancy/index.ts'
import type { CommercePersonCtx } from '../ctx.ts'
import { PaymentsUnavailable, type PaymentGateway } from '../ports.ts'
import { findPayoutAccount, insertPayoutAccount } from './payouts.queries.ts'

/** Who is set up, and where the browser comes back to. */
export interface StartPayoutSetupInput {
  schoolName: string
  /** The owner's address: the provider writes there. */
  email: string
  /** ISO 4217 in small letters. */
  currency: string
  /** ISO 3166, two letters; counts the first time only. */
  country: string
  returnUrl: string
  /** Where a link leads that was used or is too old: it starts anew. */
  refreshUrl: string
}

/**
 * Leads the owner to the provider's set-up, making the school's account the first time.
 *
 * @returns an address that works once and for minutes
 * @throws NotFound for strangers, NotAllowed without `payouts.manage`, PaymentsUnavailable, PaymentRefused
 */
export async function startPayoutSetup(ctx: CommercePersonCtx, input: StartPayoutSetupInput): Promise<{ url: string }> {
  await ctx.inTenant(async ({ role }) => requirePermission(role, 'payouts.manage'))
  const { payments } = ctx
  if (!payments) throw new PaymentsUnavailable(new Error('payments are not set up'))

  const accountId = await ensureAccount(ctx, payments, input)
  return payments.payoutAccountLink({ accountId, returnUrl: input.returnUrl, refreshUrl: input.refreshUrl })
}

async function ensureAccount(ctx: CommercePersonCtx, payments: PaymentGateway, input: StartPayoutSetupInput): Promise<string> {
  const { organizationId } = ctx
  const known = await ctx.inSystem((tx) => findPayoutAccount(tx, organizationId))
  if (known) return known.accountId

  const made = await payments.createPayoutAccount({ organizationId, name: input.schoolName, email: input.email, currency: input.currency, country: input.country })
  return ctx.inSystem(async (tx) => {
    await insertPayoutAccount(tx, { organizationId, id: ctx.ids.next(), accountId: made.accountId })
    const kept = await findPayoutAccount(tx, organizationId)
    return kept?.accountId ?? made.accountId
  })
}
