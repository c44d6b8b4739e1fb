import type { ConnectAccount } from './state.ts'

/** What a caller may ask to see of a v2 account. */
export const INCLUDABLE = [
  'configuration.customer', 'configuration.merchant', 'configuration.recipient', 'defaults',
  'future_requirements', 'identity', 'requirements',
] as const
export type Includable = (typeof INCLUDABLE)[number]

/** A v2 account: what was not asked for is null, as Stripe shows it. */
export function accountV2View(account: ConnectAccount, include: readonly Includable[]) {
  const shows = (part: Includable) => include.includes(part)
  const hasConfiguration = include.some((part) => part.startsWith('configuration.'))
  return {
    id: account.id, object: 'v2.core.account', applied_configurations: account.isRecipient ? ['recipient'] : [],
    closed: account.closed,
    configuration: hasConfiguration
      ? { customer: null, merchant: null, recipient: shows('configuration.recipient') && account.isRecipient ? recipient(account) : null }
      : null,
    contact_email: account.contactEmail, contact_phone: null, created: new Date(account.created * 1000).toISOString(),
    dashboard: account.dashboard, defaults: shows('defaults') ? defaults(account) : null,
    display_name: account.displayName,
    future_requirements: shows('future_requirements') ? { entries: [], summary: null } : null,
    identity: shows('identity') ? identity(account) : null,
    livemode: false, metadata: account.metadata,
    requirements: shows('requirements') ? requirements(account) : null,
  }
}

function recipient(account: ConnectAccount) {
  const details = {
    unfinished: [{ code: 'requirements_past_due', resolution: 'provide_info' }],
    restricted: [{ code: 'restricted_other', resolution: 'contact_stripe' }],
    complete: [],
  }
  const capability = { status: account.standing === 'complete' ? 'active' : 'restricted', status_details: details[account.standing] }
  return { applied: true, capabilities: { bank_accounts: null, cards: null, stripe_balance: { payouts: capability, stripe_transfers: capability } } }
}

function defaults(account: ConnectAccount) {
  return {
    currency: account.currency, locales: [], payout_methods: null, profile: null,
    responsibilities: { fees_collector: account.feesCollector, losses_collector: account.lossesCollector, requirements_collector: 'stripe' },
  }
}

function identity(account: ConnectAccount) {
  return { attestations: null, business_details: null, country: account.country, entity_type: account.entityType, individual: null }
}

/** What the account must still give, as requirement entries. */
export function openRequirements(account: ConnectAccount) {
  if (account.standing === 'complete' || !account.isRecipient) return []
  const descriptions = account.standing === 'restricted'
    ? ['identity.individual.documents.primary_verification']
    : ['identity.individual.given_name', 'identity.individual.date_of_birth', 'configuration.recipient.default_outbound_destination', 'identity.attestations.terms_of_service.account']
  return descriptions.map((description) => ({
    awaiting_action_from: 'user', description,
    errors: account.standing === 'restricted' ? [{ code: 'verification_document_not_readable', description: 'The document could not be read.' }] : [],
    impact: { restricts_capabilities: [{ capability: 'stripe_balance.stripe_transfers', configuration: 'recipient', deadline: { status: 'past_due' } }] },
    minimum_deadline: { status: 'past_due' },
    requested_reasons: [{ code: 'routine_onboarding' }],
  }))
}

function requirements(account: ConnectAccount) {
  const entries = openRequirements(account)
  return { alternatives: [], entries, summary: entries.length > 0 ? { minimum_deadline: { status: 'past_due', time: null } } : null }
}
