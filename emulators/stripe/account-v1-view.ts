import type { ConnectAccount } from './state.ts'
import { isTransfersActive } from './account-capabilities.ts'
import { emptyAddress } from './build-payment.ts'
import { openRequirements } from './account-v2-view.ts'

/** A v2 account as v1 endpoints show it. Readiness of a recipient is `capabilities.transfers`. */
export function accountV1View(account: ConnectAccount) {
  const due = openRequirements(account).map((entry) => entry.description)
  const isReady = isTransfersActive(account)
  return {
    id: account.id, object: 'account',
    business_profile: {
      annual_revenue: null, estimated_worker_count: null, mcc: null, minority_owned_business_designation: null,
      name: account.displayName, product_description: null, specified_commercial_transactions_act_url: null,
      support_address: emptyAddress(), support_email: null, support_phone: null, support_url: null, url: null,
    },
    business_type: account.entityType,
    capabilities: account.isRecipient ? { transfers: isReady ? 'active' : 'inactive' } : {},
    charges_enabled: false,
    controller: {
      fees: { payer: account.feesCollector === 'stripe' ? 'account' : 'application' }, is_controller: true,
      losses: { payments: account.lossesCollector }, requirement_collection: 'stripe',
      stripe_dashboard: { type: account.dashboard }, type: 'application',
    },
    country: account.country.toUpperCase(), created: account.created, default_currency: account.currency,
    details_submitted: account.standing !== 'unfinished', email: account.contactEmail,
    external_accounts: { object: 'list', data: [], has_more: false, url: `/v1/accounts/${account.id}/external_accounts` },
    future_requirements: requirements([], null), metadata: account.metadata, payouts_enabled: isReady,
    requirements: requirements(due, account.standing === 'complete' ? null : account.standing === 'restricted' ? 'rejected.other' : 'requirements.past_due'),
    settings: settings(account), tos_acceptance: { date: null, ip: null, user_agent: null },
    type: account.dashboard === 'express' ? 'express' : account.dashboard === 'full' ? 'standard' : 'none',
  }
}

function requirements(due: string[], disabledReason: string | null) {
  return {
    alternatives: [], current_deadline: null, currently_due: due, disabled_reason: disabledReason, errors: [],
    eventually_due: due, past_due: due, pending_verification: [],
  }
}

function settings(account: ConnectAccount) {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false }, statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: account.displayName, timezone: 'Etc/UTC' },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: null, statement_descriptor_kana: null, statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null,
    },
    payouts: { debit_negative_balances: true, schedule: { delay_days: 2, interval: 'daily' }, statement_descriptor: null },
    sepa_debit_payments: {},
  }
}
