import { z } from 'zod'
import { accountV1View } from './account-v1-view.ts'
import { accountV2View, INCLUDABLE } from './account-v2-view.ts'
import type { Emulator } from './emulator.ts'
import { newId } from './emulator.ts'
import { missing, refuse, StripeFault } from './errors.ts'
import { emitAccountUpdated, emitThin } from './events.ts'
import { list, params, text } from './params.ts'
import { route } from './route.ts'
import type { AccountLink, ConnectAccount } from './state.ts'

const LINK_SECONDS = 5 * 60
const included = z.array(z.enum(INCLUDABLE)).optional()
const create = z.strictObject({
  contact_email: z.email().optional(), display_name: z.string().min(1).optional(),
  dashboard: z.enum(['express', 'full', 'none']).optional(),
  identity: z.strictObject({ country: z.string().length(2), entity_type: z.enum(['company', 'government_entity', 'individual', 'non_profit']).optional() }).optional(),
  configuration: z.strictObject({
    recipient: z.strictObject({
      capabilities: z.strictObject({
        stripe_balance: z.strictObject({ stripe_transfers: z.strictObject({ requested: z.boolean() }).optional() }).optional(),
      }).optional(),
    }).optional(),
  }).optional(),
  defaults: z.strictObject({
    currency: z.string().length(3).optional(),
    responsibilities: z.strictObject({
      fees_collector: z.enum(['application', 'application_custom', 'application_express', 'stripe']),
      losses_collector: z.enum(['application', 'stripe']),
    }).optional(),
  }).optional(),
  metadata: z.record(z.string(), z.string()).optional(), include: included,
})

const onboarding = z.strictObject({
  refresh_url: z.url(), return_url: z.url().optional(),
  collection_options: z.strictObject({ fields: z.enum(['currently_due', 'eventually_due']).optional(), future_requirements: z.enum(['include', 'omit']).optional() }).optional(),
})
const createLink = z.strictObject({
  account: z.string().min(1),
  use_case: z.strictObject({
    type: z.enum(['account_onboarding', 'account_update']),
    account_onboarding: onboarding.optional(), account_update: onboarding.optional(),
  }),
})
const retrieve = z.strictObject({ include: list(z.enum(INCLUDABLE)).optional() })

export const accountRoutes = [
  route('POST /v2/core/accounts', create, (emulator, { params: given }) => {
    const account = createAccount(emulator, given)
    return accountV2View(account, given.include ?? [])
  }),
  route('GET /v2/core/accounts', z.strictObject({ limit: text.optional(), closed: text.optional(), applied_configurations: list(text).optional() }), (emulator, { params: wanted }) => {
    const rows = Object.values(emulator.state.accounts).reverse().filter((one) => one.closed === (wanted.closed === 'true'))
    return { data: rows.slice(0, Number(wanted.limit ?? 20)).map((one) => accountV2View(one, [])), next_page_url: null, previous_page_url: null }
  }),
  route('GET /v2/core/accounts/:id', retrieve, (emulator, { path, params: given }) =>
    accountV2View(requireAccount(emulator, path.id), given.include ?? [])),
  route('POST /v2/core/account_links', createLink, (emulator, { params: given }) => createAccountLink(emulator, given)),
  route('GET /v1/accounts/:id', params({}), (emulator, { path }) => {
    const account = emulator.state.accounts[path.id ?? '']
    if (!account) throw missing('account', path.id ?? '', 'account')
    return accountV1View(account)
  }),
]

/** Changes how far an account's set-up has come and tells it, in thin events and as v1's account.updated. */
export function setStanding(emulator: Emulator, account: ConnectAccount, standing: ConnectAccount['standing']): void {
  if (account.standing === standing) return
  const before = accountV1View(account)
  account.standing = standing
  const after = accountV1View(account)
  emitThin(emulator, 'v2.core.account[requirements].updated', relatedTo(account))
  emitThin(emulator, 'v2.core.account[configuration.recipient].capability_status_updated', relatedTo(account), { updated_capability: 'stripe_balance.stripe_transfers' })
  emitAccountUpdated(emulator, after, {
    capabilities: before.capabilities, details_submitted: before.details_submitted,
    payouts_enabled: before.payouts_enabled, requirements: before.requirements,
  })
}

/** How a thin event points at an account. */
export function relatedTo(account: ConnectAccount) {
  return { id: account.id, type: 'v2.core.account', url: `/v2/core/accounts/${account.id}` }
}

function createAccount(emulator: Emulator, given: z.infer<typeof create>): ConnectAccount {
  const isRecipient = given.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.requested === true
  if (isRecipient) refuseIncompleteRecipient(given)
  const account: ConnectAccount = {
    id: newId(emulator, 'acct_', 16), created: emulator.clock.now(), contactEmail: given.contact_email ?? null,
    displayName: given.display_name ?? null, dashboard: given.dashboard ?? 'none',
    metadata: given.metadata ?? {}, isRecipient, standing: 'unfinished', closed: false,
    ...identityOf(given), ...defaultsOf(given),
  }
  emulator.state.accounts[account.id] = account
  emitThin(emulator, 'v2.core.account.created', relatedTo(account))
  return account
}

/** What Stripe wants to know before an account may receive transfers. */
function refuseIncompleteRecipient(given: z.infer<typeof create>): void {
  const needed = {
    'identity.country': given.identity?.country, contact_email: given.contact_email,
    'defaults.responsibilities': given.defaults?.responsibilities,
  }
  for (const [name, value] of Object.entries(needed)) {
    if (!value) throw refuse(`${name} is required to apply the recipient configuration.`, name, 'parameter_missing')
  }
}

function identityOf({ identity }: z.infer<typeof create>) {
  return { country: (identity?.country ?? 'us').toLowerCase(), entityType: identity?.entity_type ?? null }
}

function defaultsOf({ defaults }: z.infer<typeof create>) {
  return {
    currency: (defaults?.currency ?? 'usd').toLowerCase(),
    feesCollector: defaults?.responsibilities?.fees_collector ?? 'stripe',
    lossesCollector: defaults?.responsibilities?.losses_collector ?? 'stripe',
  }
}

function createAccountLink(emulator: Emulator, given: z.infer<typeof createLink>) {
  const account = requireAccount(emulator, given.account)
  const type = given.use_case.type
  const options = given.use_case[type]
  if (!options) throw refuse(`Missing required param: use_case.${type}.`, `use_case.${type}`, 'parameter_missing')
  const link: AccountLink = {
    id: newId(emulator, 'al_'), account: account.id, created: emulator.clock.now(),
    expiresAt: emulator.clock.now() + LINK_SECONDS, useCase: type, refreshUrl: options.refresh_url,
    returnUrl: options.return_url ?? null, ticket: null, isAnswered: false,
  }
  emulator.state.accountLinks[link.id] = link
  return {
    object: 'v2.core.account_link', account: account.id, created: iso(link.created), expires_at: iso(link.expiresAt),
    livemode: false, url: `${emulator.publicUrl}/setup/${link.id}`, use_case: given.use_case,
  }
}

function requireAccount(emulator: Emulator, id = ''): ConnectAccount {
  const account = emulator.state.accounts[id]
  if (!account) throw new StripeFault(404, { code: 'not_found', message: `Account ${id} not found.`, param: 'id' })
  return account
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
