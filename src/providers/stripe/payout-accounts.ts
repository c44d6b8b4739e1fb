import type Stripe from 'stripe'
import type { PayoutAccountFacts, PaymentGateway, PayoutRequirement } from '#modules/commerce/ports.ts'
import { requirementInWords } from './requirement-words.ts'
import { requireText, speakToStripe } from './translate-stripe-fault.ts'

type PayoutCalls = Pick<PaymentGateway, 'createPayoutAccount' | 'payoutAccountLink' | 'readPayoutAccount'>

/**
 * The accounts that schools are paid to: Accounts v2, as recipients of transfers. The platform answers for losses and
 * collects the fees, which is what destination charges mean.
 *
 * @see https://docs.stripe.com/connect/accounts-v2
 */
export function payoutAccounts(stripe: Stripe): PayoutCalls {
  return {
    createPayoutAccount: (school) =>
      speakToStripe(async () => {
        const account = await stripe.v2.core.accounts.create(
          {
            contact_email: school.email,
            display_name: school.name,
            dashboard: 'express',
            identity: { country: school.country.toLowerCase() },
            configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
            defaults: { currency: school.currency, responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
            metadata: { organization_id: school.organizationId },
          },
          { idempotencyKey: `payout-account:${school.organizationId}:${school.country}` },
        )
        return { accountId: requireText(account.id, 'an account id') }
      }),
    payoutAccountLink: (link) =>
      speakToStripe(async () => {
        const made = await stripe.v2.core.accountLinks.create({
          account: link.accountId,
          use_case: { type: 'account_onboarding', account_onboarding: { return_url: link.returnUrl, refresh_url: link.refreshUrl } },
        })
        return { url: requireText(made.url, 'a link') }
      }),
    readPayoutAccount: (accountId) =>
      speakToStripe(async () => {
        const account = await stripe.v2.core.accounts.retrieve(accountId, { include: ['configuration.recipient', 'requirements'] })
        return toFacts(account)
      }),
  }
}

function toFacts(account: Stripe.V2.Core.Account): PayoutAccountFacts {
  return { accountId: requireText(account.id, 'an account id'), status: statusOf(account), requirements: requirementsOf(account) }
}

function statusOf(account: Stripe.V2.Core.Account): PayoutAccountFacts['status'] {
  const capability = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers
  if (capability?.status === 'active') return 'active'

  const hasErrors = account.requirements?.entries?.some((entry) => entry.errors.length > 0) ?? false
  const isStopped = capability?.status_details.some((detail) => /^(restricted|rejected|unsupported)/.test(detail.code)) ?? false
  return hasErrors || isStopped || account.closed ? 'restricted' : 'onboarding'
}

/** Each thing once, in words; what Stripe itself has to do is no one's to give. */
function requirementsOf({ requirements: wanted }: Stripe.V2.Core.Account): PayoutRequirement[] {
  const time = wanted?.summary?.minimum_deadline?.time
  const requirements = new Map<string, PayoutRequirement>()
  for (const entry of wanted?.entries ?? []) {
    if (entry.awaiting_action_from !== 'user') continue
    const what = requirementInWords(entry.description)
    requirements.set(what, { what, dueAt: time ? new Date(time) : null })
  }
  return [...requirements.values()]
}
